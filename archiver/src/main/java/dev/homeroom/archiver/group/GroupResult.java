package dev.homeroom.archiver.group;

import java.util.List;
import java.util.UUID;

/** What became of making or changing a group. */
public sealed interface GroupResult {
    record Done(Group group) implements GroupResult {}

    /** In this school, that is. */
    record NotFound() implements GroupResult {}

    /** @param accounts those that are not of this school */
    record UnknownMembers(List<UUID> accounts) implements GroupResult {}

    /** A room that uses the group would get more members than this. Nothing has been changed. */
    record RoomTooFull(int limit) implements GroupResult {}
}
