package dev.homeroom.edge.presence;

import dev.homeroom.contract.EdgeId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which other edges serve a partition and live, by when their heartbeats arrived on this edge's own clock.
 *
 * <p>An edge that does not hear itself cannot know who is silent and who is only not heard: Kafka may be away, or this edge
 * may be slow. So it judges others only while its own heartbeats come back to it, and gives everybody the full time again
 * once they do. Not thread-safe: guarded by its partition's lock.
 */
public final class LiveEdges {
    private static final Comparator<EdgeId> BY_NAME = Comparator.comparing(EdgeId::value);
    private static final int HEARTBEATS_MISSED_WHEN_DEAF = 2;

    private final EdgeId self;
    private final long expiryNanos;
    private final long graceNanos;
    private final long deafAfterNanos;
    private final Map<EdgeId, Long> heardAtNanos = new HashMap<>();
    private final Map<EdgeId, Long> leftAtNanos = new HashMap<>();
    private boolean everHeardItself;
    private long heardItselfAtNanos;

    public LiveEdges(EdgeId self, PresenceProperties properties) {
        this.self = self;
        this.expiryNanos = properties.expiry().toNanos();
        this.graceNanos = properties.grace().toNanos();
        this.deafAfterNanos =
                properties.heartbeat().multipliedBy(HEARTBEATS_MISSED_WHEN_DEAF).toNanos();
    }

    /**
     * A heartbeat has come.
     *
     * @return whether this edge hears itself again, after a silence in which others may have taken it for dead
     */
    public boolean heard(EdgeId edge, long nowNanos) {
        if (edge.equals(self)) {
            return heardItself(nowNanos);
        }
        leftAtNanos.remove(edge);
        heardAtNanos.put(edge, nowNanos);
        return false;
    }

    private boolean heardItself(long nowNanos) {
        boolean wasDeaf = !hearsItself(nowNanos);
        boolean again = wasDeaf && everHeardItself;
        if (wasDeaf) {
            heardAtNanos.replaceAll((_, _) -> nowNanos);
        }
        everHeardItself = true;
        heardItselfAtNanos = nowNanos;
        return again;
    }

    /** Whether its own heartbeats come back, so that those of others would, too. */
    public boolean hearsItself(long nowNanos) {
        return everHeardItself && nowNanos - heardItselfAtNanos <= deafAfterNanos;
    }

    /** An edge has written a list, which it does before its first heartbeat here and never after its goodbye. */
    public void wrote(EdgeId edge, long nowNanos) {
        leftAtNanos.remove(edge);
        named(edge, nowNanos);
    }

    /** Says that an edge has been named, in another topic, that may never have sent a heartbeat here. */
    public void named(EdgeId edge, long nowNanos) {
        if (!edge.equals(self) && !leftAtNanos.containsKey(edge)) {
            heardAtNanos.putIfAbsent(edge, nowNanos);
        }
    }

    /** An edge serves this partition no more. Whoever it had may be on their way to another edge. */
    public void saidGoodbye(EdgeId edge, long nowNanos) {
        if (heardAtNanos.remove(edge) != null) {
            leftAtNanos.put(edge, nowNanos);
        }
    }

    /** Takes out, and answers, the edges that have been silent for too long or have left; none while this edge is deaf. */
    public List<EdgeId> expire(long nowNanos) {
        if (!hearsItself(nowNanos)) {
            return List.of();
        }
        List<EdgeId> dead = Stream.concat(
                        olderThan(expiryNanos, heardAtNanos, nowNanos), olderThan(graceNanos, leftAtNanos, nowNanos))
                .toList();
        dead.forEach(heardAtNanos::remove);
        dead.forEach(leftAtNanos::remove);
        return dead;
    }

    private static Stream<EdgeId> olderThan(long limitNanos, Map<EdgeId, Long> since, long nowNanos) {
        return since.entrySet().stream()
                .filter(each -> nowNanos - each.getValue() > limitNanos)
                .map(Map.Entry::getKey);
    }

    /** Whether this edge is the one that tells the partition's rooms of a dead edge: the first by name of those that live. */
    public boolean speaks(long nowNanos) {
        return hearsItself(nowNanos)
                && heardAtNanos.keySet().stream().noneMatch(edge -> BY_NAME.compare(edge, self) < 0);
    }
}
