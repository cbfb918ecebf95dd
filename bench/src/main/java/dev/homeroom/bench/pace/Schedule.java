package dev.homeroom.bench.pace;

import java.time.Duration;

/**
 * When each message is due, in nanoseconds since the start. It does not depend on how the server fares (an open loop), so that
 * a stall counts against every message that was due meanwhile.
 *
 * @param perSecond messages, evenly spread
 * @param warmUp at first, not counted
 * @param measured after that
 */
public record Schedule(int perSecond, Duration warmUp, Duration measured) {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    public Schedule {
        if (perSecond <= 0 || warmUp.isNegative() || !measured.isPositive()) {
            throw new IllegalArgumentException("a schedule needs messages and time");
        }
    }

    /** All messages, those of the warm-up included. */
    public int messages() {
        return Math.toIntExact(until(warmUp.plus(measured)));
    }

    public int measuredMessages() {
        return Math.toIntExact(messages() - until(warmUp));
    }

    private long until(Duration time) {
        return Math.ceilDiv(time.toMillis() * perSecond, 1000L);
    }

    public long dueNanos(int message) {
        return message * SECOND / perSecond;
    }

    public boolean isMeasured(long dueNanos) {
        return dueNanos >= warmUp.toNanos();
    }
}
