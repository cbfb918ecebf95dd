package dev.homeroom.archiver.room;

import dev.homeroom.contract.RoomHours;
import dev.homeroom.contract.RoomState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A room with the people and groups that it is for. */
public record RoomDetail(
        UUID id,
        String title,
        RoomState state,
        RoomAccess access,
        boolean guest,
        Instant createdAt,
        List<Person> members,
        List<GroupName> groups,
        List<Overseer> overseers,
        @Nullable Duration slowMode,
        @Nullable RoomHours hours) {
    public RoomDetail {
        members = List.copyOf(members);
        groups = List.copyOf(groups);
        overseers = List.copyOf(overseers);
    }

    /**
     * A member.
     *
     * @param teacher or else student
     * @param direct chosen by themselves, and not only by a group
     */
    public record Person(
            UUID id, String username, String displayName, boolean teacher, boolean muted, boolean direct) {}

    /** Somebody of the school who reads the room's transcript without being a member. */
    public record Overseer(String displayName, boolean admin, boolean safeguardingLead) {}

    /** A group whose members are the room's. */
    public record GroupName(UUID id, String name) {}
}
