package dev.homeroom.archiver.room;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.contract.RoomId;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Lets in who may ask about a room, each as far as they may. To everybody else's eyes it does not exist. */
@Component
public class RoomDoor {
    private final Rooms rooms;

    RoomDoor(Rooms rooms) {
        this.rooms = rooms;
    }

    public RoomEntrance member(Caller caller, UUID room) {
        return enter(caller, room, RoomAccess::isMember, "Only members read along in a room.");
    }

    public RoomEntrance transcriptReader(Caller caller, UUID room) {
        return enter(caller, room, RoomAccess::mayReadTranscript, "Only the room's teachers read its transcript.");
    }

    public RoomEntrance manager(Caller caller, UUID room) {
        return enter(
                caller, room, RoomAccess::mayManage, "Only the room's teachers and the school's admins may do this.");
    }

    public RoomEntrance keeperOfOrder(Caller caller, UUID room) {
        return enter(
                caller,
                room,
                RoomAccess::mayKeepOrder,
                "Only those who keep order in the room may do this: its teachers, the school's admins and its"
                        + " safeguarding lead.");
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
