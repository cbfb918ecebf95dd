package dev.homeroom.archiver.group;

import java.util.List;
import java.util.UUID;

/** Some people of a school, under a name. */
public record Group(UUID id, String name, List<GroupMember> members) {
    public Group {
        members = List.copyOf(members);
    }

    /** One of them. */
    public record GroupMember(UUID id, String username, String displayName) {}
}
