package dev.homeroom.archiver.room;

import java.util.List;
import java.util.UUID;

/** What became of making or changing a room. */
public sealed interface RoomResult {
    record Done(RoomDetail room) implements RoomResult {}

    /** There is none, or none for whoever asks. */
    record NotFound() implements RoomResult {}

    /** Only the room's teachers and the school's admins may. */
    record NotItsTeacher() implements RoomResult {}

    /** @param accounts those that are not of the school */
    record UnknownMembers(List<UUID> accounts) implements RoomResult {}

    /** @param groups those that are not of the school */
    record UnknownGroups(List<UUID> groups) implements RoomResult {}

    /** The room would have more members than this. Nothing has been changed. */
    record TooManyMembers(int limit) implements RoomResult {}

    /** The room is one of guests, and cannot have this. */
    record OfGuests() implements RoomResult {}

    /** Only students can be muted. */
    record NotAStudent() implements RoomResult {}

    /** Not a member of the room. */
    record UnknownMember() implements RoomResult {}
}
