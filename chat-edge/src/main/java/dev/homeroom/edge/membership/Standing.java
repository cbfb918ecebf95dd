package dev.homeroom.edge.membership;

import dev.homeroom.contract.RoomMember;

/** What somebody is to a room. */
public sealed interface Standing {
    /** May be in the room and read. */
    record Member(Room room, RoomMember as) implements Standing {}

    /** Would be in the room, were it not closed: nobody is any more, and members may know why. */
    record Closed(Room room) implements Standing {}

    /** No such room, or one that is not theirs: nobody can tell the two apart. */
    record Unknown() implements Standing {}
}
