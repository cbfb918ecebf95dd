package dev.homeroom.contract;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * A room that exists because a guest named it. Its id is made from the title, so that every edge and the archiver agree
 * on it without asking one another.
 *
 * @param title as the guest gave it
 */
public record GuestRoom(String title) {
    private static final UUID GUEST_ROOMS = UUID.fromString("0f6d7b1a-52c4-5e0f-b7d8-2a9c3e1b7a03");

    public RoomId id() {
        return new RoomId(UuidCreator.getNameBasedSha1(GUEST_ROOMS, title));
    }
}
