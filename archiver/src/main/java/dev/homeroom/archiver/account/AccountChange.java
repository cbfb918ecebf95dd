package dev.homeroom.archiver.account;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What shall be different; null leaves a thing as it is. */
public record AccountChange(
        @Nullable String displayName,
        @Nullable Role role,
        @Nullable String password,
        @Nullable Boolean active,
        @Nullable Boolean safeguardingLead) {
    /** Whoever becomes a student is the safeguarding lead no more. */
    Account appliedTo(Account account) {
        Role newRole = Objects.requireNonNullElse(role, account.role());
        boolean lead = Objects.requireNonNullElse(safeguardingLead, account.safeguardingLead());
        return new Account(
                account.id(),
                account.school(),
                account.username(),
                Objects.requireNonNullElse(displayName, account.displayName()),
                newRole,
                Objects.requireNonNullElse(active, account.active()),
                lead && newRole != Role.STUDENT);
    }
}
