package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.RoomAccess;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.contract.RoomId;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Lets in who may read a room. To everybody else's eyes it does not exist. */
@Component
class RoomDoor {
    private final Rooms rooms;

    RoomDoor(Rooms rooms) {
        this.rooms = rooms;
    }

    RoomEntrance member(Caller caller, UUID room) {
        return enter(caller, room, RoomAccess::isMember, "Only members read along in a room.");
    }

    RoomEntrance transcriptReader(Caller caller, UUID room) {
        return enter(caller, room, RoomAccess::mayReadTranscript, "Only the room's teachers read its transcript.");
    }

    RoomEntrance keeperOfOrder(Caller caller, UUID room) {
        return enter(
                caller,
                room,
                RoomAccess::mayKeepOrder,
                "Only the room's teachers and the school's admins may do this.");
    }

    private RoomEntrance enter(Caller caller, UUID room, Predicate<RoomAccess> allowed, String refusal) {
        RoomEntrance entrance =
                rooms.access(caller, new RoomId(room)).orElseThrow(() -> ProblemException.notFound("room"));
        if (!allowed.test(entrance.access())) {
            throw ProblemException.forbidden(refusal);
        }
        return entrance;
    }
}
