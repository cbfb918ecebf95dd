package dev.homeroom.contract;

import java.util.List;

/**
 * A record's value on {@link Topics#ROOMS}: all that an edge has to know of a room. The newest record of a room replaces
 * all earlier ones; a tombstone means that the room is gone.
 *
 * @param room the room, also the record's key
 * @param school the tenant
 * @param title what people call it
 * @param state what may happen in it
 * @param guest whether guests may be in it under any name
 * @param revision grows with each change of the room; a reader ignores a smaller one than it has seen
 * @param members all members, and those who were: the last to leave, no more than may be members
 */
public record RoomRecord(
        RoomId room,
        SchoolId school,
        String title,
        RoomState state,
        boolean guest,
        long revision,
        List<RoomMember> members) {
    public RoomRecord {
        members = List.copyOf(members);
    }
}
