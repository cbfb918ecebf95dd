package dev.homeroom.edge.presence;

import dev.homeroom.contract.EdgeId;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which other edges serve a partition and live, by when their heartbeats arrived on this edge's own clock. Not
 * thread-safe: guarded by its partition's lock.
 */
public final class LiveEdges {
    private static final Comparator<EdgeId> BY_NAME = Comparator.comparing(EdgeId::value);

    private final EdgeId self;
    private final Map<EdgeId, Long> heardAtNanos = new HashMap<>();

    public LiveEdges(EdgeId self) {
        this.self = self;
    }

    public void heard(EdgeId edge, long nowNanos) {
        if (!edge.equals(self)) {
            heardAtNanos.put(edge, nowNanos);
        }
    }

    /** Says that an edge has been named that may never have sent a heartbeat here. */
    public void named(EdgeId edge, long nowNanos) {
        if (!edge.equals(self)) {
            heardAtNanos.putIfAbsent(edge, nowNanos);
        }
    }

    public void gone(EdgeId edge) {
        heardAtNanos.remove(edge);
    }

    /** Takes out, and answers, the edges that have been silent for longer than {@code expiry}. */
    public List<EdgeId> expire(Duration expiry, long nowNanos) {
        List<EdgeId> dead = heardAtNanos.entrySet().stream()
                .filter(heard -> nowNanos - heard.getValue() > expiry.toNanos())
                .map(Map.Entry::getKey)
                .toList();
        dead.forEach(heardAtNanos::remove);
        return dead;
    }

    /** Whether this edge is the one that tells the partition's rooms of a dead edge: the first by name. */
    public boolean speaks() {
        return heardAtNanos.keySet().stream().noneMatch(edge -> BY_NAME.compare(edge, self) < 0);
    }
}
