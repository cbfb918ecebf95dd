package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast one client is read. One that sends faster than the rate, beyond a burst of two seconds' worth, is read later and so
 * held back by its own connection; nothing is lost and nobody else waits.
 *
 * <p>The unit is a frame, or each {@link #UNIT_BYTES} bytes of it. For one thread at a time.
 */
final class Pace {
    private static final int UNIT_BYTES = 4_096;
    private static final int BURST_SECONDS = 2;

    private final long nanosPerUnit;
    private long paidUntilNanos = System.nanoTime();

    Pace(int unitsPerSecond) {
        this.nanosPerUnit = Math.max(1, TimeUnit.SECONDS.toNanos(1) / unitsPerSecond);
    }

    /** How long to wait before reading on after so many bytes; zero or less if not at all. */
    Duration delayAfter(int bytes) {
        long now = System.nanoTime();
        long cost = (1L + bytes / UNIT_BYTES) * nanosPerUnit;
        paidUntilNanos = (paidUntilNanos - now < 0 ? now : paidUntilNanos) + cost;
        long ahead = paidUntilNanos - now - TimeUnit.SECONDS.toNanos(BURST_SECONDS);
        return ahead <= 0 ? Duration.ZERO : Duration.ofNanos(ahead);
    }
}
