package dev.homeroom.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** The id of a school, the tenant to which every account, group and room belongs. */
public record SchoolId(UUID value) {
    public static SchoolId create() {
        return new SchoolId(UuidCreator.getTimeOrderedEpoch());
    }

    /** @throws IllegalArgumentException if {@code text} is not the text of a UUID */
    public static SchoolId parse(String text) {
        return new SchoolId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
