package dev.homeroom.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The id of a person's account, or of a guest name. */
public record AccountId(UUID value) {
    public static AccountId create() {
        return new AccountId(UuidCreator.getTimeOrderedEpoch());
    }

    /** @throws IllegalArgumentException if {@code text} is not the text of a UUID */
    public static AccountId parse(String text) {
        return new AccountId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
