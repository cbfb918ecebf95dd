package dev.homeroom.edge.fanout;

import java.time.Duration;

/** Tells a thread that comes round from one that stands still. One thread goes round; any thread may ask. */
final class Rounds {
    private final long longestNanos;
    private volatile long begunAtNanos;

    /** @param longest how long one round may take */
    Rounds(Duration longest, long nowNanos) {
        this.longestNanos = longest.toNanos();
        this.begunAtNanos = nowNanos;
    }

    /** A round begins. */
    void begin(long nowNanos) {
        begunAtNanos = nowNanos;
    }

    boolean isStanding(long nowNanos) {
        return nowNanos - begunAtNanos > longestNanos;
    }
}
