package dev.homeroom.archiver.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What shall be different; null leaves a thing as it is. */
public record AccountChange(
        @Nullable String displayName,
        @Nullable Role role,
        @Nullable String password,
        @Nullable Boolean active) {
    Account appliedTo(Account account) {
        return new Account(
                account.id(),
                account.school(),
                account.username(),
                Objects.requireNonNullElse(displayName, account.displayName()),
                Objects.requireNonNullElse(role, account.role()),
                Objects.requireNonNullElse(active, account.active()));
    }
}
