package dev.homeroom.contract;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
 * @param slowMode how long a student waits from one message to the next, in whole seconds; null if they need not
 * @param hours when students may write; null if always
 */
public record RoomRecord(
        RoomId room,
        SchoolId school,
        String title,
        RoomState state,
        boolean guest,
        long revision,
        List<RoomMember> members,
        @Nullable Duration slowMode,
        @Nullable RoomHours hours) {
    public static final Duration LONGEST_SLOW_MODE = Duration.ofMinutes(10);

    private static final Duration SHORTEST_SLOW_MODE = Duration.ofSeconds(1);

    public RoomRecord {
        members = List.copyOf(members);
        if (slowMode != null && !isPossible(slowMode)) {
            throw new IllegalArgumentException("slow mode must be 1 to " + LONGEST_SLOW_MODE.toSeconds() + " s");
        }
    }

    /** A room without slow mode and without hours. */
    public RoomRecord(
            RoomId room,
            SchoolId school,
            String title,
            RoomState state,
            boolean guest,
            long revision,
            List<RoomMember> members) {
        this(room, school, title, state, guest, revision, members, null, null);
    }

    private static boolean isPossible(Duration slowMode) {
        return slowMode.equals(slowMode.truncatedTo(ChronoUnit.SECONDS))
                && slowMode.compareTo(SHORTEST_SLOW_MODE) >= 0
                && slowMode.compareTo(LONGEST_SLOW_MODE) <= 0;
    }
}
