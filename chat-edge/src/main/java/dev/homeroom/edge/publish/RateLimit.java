package dev.homeroom.edge.publish;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A token bucket: so many at once, so many a second in the long run. Not thread-safe: one session's events come one at
 * a time.
 */
public final class RateLimit {
    private final long nanosPerToken;
    private final long capacityNanos;
    private final LongSupplier nanoTime;
    private long fullAt;

    public RateLimit(int perSecond, int burst, LongSupplier nanoTime) {
        this.nanosPerToken = Duration.ofSeconds(1).toNanos() / perSecond;
        this.capacityNanos = nanosPerToken * burst;
        this.nanoTime = nanoTime;
        this.fullAt = nanoTime.getAsLong();
    }

    /** Takes one token if there is one. */
    public boolean tryTake() {
        long now = nanoTime.getAsLong();
        long from = Math.max(fullAt - now, 0);
        if (from + nanosPerToken > capacityNanos) {
            return false;
        }
        fullAt = now + from + nanosPerToken;
        return true;
    }
}
