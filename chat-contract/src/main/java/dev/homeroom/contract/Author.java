package dev.homeroom.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose event it is. An account's name is never part of it: names stand in {@link RoomRecord}. A guest has no account,
 * so the name that a guest gave travels with the event.
 *
 * @param account the account's id, or one made from the guest's name
 * @param guestName the name that a guest gave; null for everybody with a login
 */
public record Author(AccountId account, @Nullable String guestName) {
    private static final UUID GUESTS = UUID.fromString("f3a1c2de-6a0b-5f0e-8a46-0b5c1a4f7a02");

    public static Author of(AccountId account) {
        return new Author(account, null);
    }

    /** The guest of this name: the same name gives the same id on every edge. */
    public static Author guest(String name) {
        return new Author(new AccountId(UuidCreator.getNameBasedSha1(GUESTS, name)), name);
    }

    public boolean isGuest() {
        return guestName != null;
    }
}
