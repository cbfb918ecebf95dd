package dev.homeroom.archiver.room;

import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.SchoolId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rooms that guests made by naming them. */
@Component
public class GuestRooms {
    private final RoomRows rooms;
    private final RoomPublication publication;

    GuestRooms(RoomRows rooms, RoomPublication publication) {
        this.rooms = rooms;
        this.publication = publication;
    }

    /** Makes the room known at its first sight. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ensure(GuestRoom room, SchoolId school) {
        if (rooms.insertGuestRoom(room.id(), school, room.title())) {
            publication.publish(room.id());
        }
    }
}
