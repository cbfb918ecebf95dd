package dev.homeroom.edge.recovery;

import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one partition, each by the record that stands. Everybody who reads the records in their order comes to the
 * same: a record stands if there was none, if it is of the same connection, or if its session was taken over more often. So
 * the first of two takeovers at once wins, and who has not heard of a takeover changes nothing any more; nor does a tombstone
 * that another connection wrote. Not thread-safe.
 */
final class SessionTable {
    private final Map<String, Standing> sessions = new HashMap<>();

    private record Standing(SavedSession session, long writtenAtMs) {
        boolean isOf(String connection) {
            return session.connection().equals(connection);
        }

        boolean wasDroppedBefore(Instant time) {
            return session.drop() != null && session.drop().at().isBefore(time);
        }
    }

    /**
     * Takes a record; all of them, in their order.
     *
     * @param session null for a tombstone
     * @param connection that a tombstone ends; null if it does not say so
     * @return whether it stands
     */
    boolean apply(String key, @Nullable SavedSession session, @Nullable String connection, long atMs) {
        Standing before = sessions.get(key);
        if (session == null) {
            boolean ends = before == null || ends(before, connection);
            return ends && (before == null || sessions.remove(key) != null);
        }
        boolean stands = before == null || replaces(before, session);
        if (stands) {
            sessions.put(key, new Standing(session, atMs));
        }
        return stands;
    }

    private static boolean ends(Standing before, @Nullable String connection) {
        return connection == null || before.isOf(connection);
    }

    private static boolean replaces(Standing before, SavedSession session) {
        return before.isOf(session.connection()) || before.session().takeovers() < session.takeovers();
    }

    Optional<SavedSession> find(String key) {
        return Optional.ofNullable(sessions.get(key)).map(Standing::session);
    }

    /** Forgets those that nobody can claim any more: dropped too long ago, or so old that their rooms' log is gone. */
    void forgetOld(Instant now, Duration window) {
        long oldestMs = now.minus(Topics.SESSIONS_KEPT).toEpochMilli();
        sessions.values()
                .removeIf(
                        standing -> standing.writtenAtMs() < oldestMs || standing.wasDroppedBefore(now.minus(window)));
    }

    int size() {
        return sessions.size();
    }
}
