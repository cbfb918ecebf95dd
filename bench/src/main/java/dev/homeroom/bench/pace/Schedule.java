package dev.homeroom.bench.pace;

import java.time.Duration;
import java.util.List;

/**
 * When each message is due, in nanoseconds since the start. It does not depend on how the server fares (an open loop), so that
 * a stall counts against every message that was due meanwhile.
 *
 * @param perSecond messages, evenly spread
 * @param warmUp at first, not counted
 * @param parts measured after that, one behind the other
 */
public record Schedule(int perSecond, Duration warmUp, List<Duration> parts) {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    public Schedule {
        parts = List.copyOf(parts);
        if (perSecond <= 0
                || warmUp.isNegative()
                || parts.isEmpty()
                || !parts.stream().allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("a schedule needs messages and time");
        }
    }

    /** Measured in one part. */
    public Schedule(int perSecond, Duration warmUp, Duration measured) {
        this(perSecond, warmUp, List.of(measured));
    }

    public Duration measured() {
        return parts.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** When a part begins; that after the last one, when all is over. */
    public long beginNanos(int part) {
        return parts.subList(0, part).stream().reduce(warmUp, Duration::plus).toNanos();
    }

    /** The part that a moment belongs to; -1 for the warm-up, and the last one for what comes after it. */
    public int partAt(long nanos) {
        long begin = warmUp.toNanos();
        if (nanos < begin) {
            return -1;
        }
        int part = 0;
        while (part < parts.size() - 1 && nanos >= begin + parts.get(part).toNanos()) {
            begin += parts.get(part).toNanos();
            part++;
        }
        return part;
    }

    /** All messages, those of the warm-up included. */
    public int messages() {
        return Math.toIntExact(until(warmUp.plus(measured())));
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
