package dev.homeroom.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/** A room's id, which is also the Kafka key of all its records. */
public record RoomId(UUID value) {
    public static RoomId create() {
        return new RoomId(UuidCreator.getTimeOrderedEpoch());
    }

    /** @throws IllegalArgumentException if {@code text} is not the text of a UUID */
    public static RoomId parse(String text) {
        return new RoomId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
