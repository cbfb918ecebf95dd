package dev.homeroom.contract;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the clock that an event was sent by may be from the time of its record on {@link Topics#MESSAGES}, which the broker has
 * checked when it took the record.
 *
 * <p>Edges and the archiver judge by this alike, whatever their own clocks say and however late they read the record. One without a
 * time of its own, which only a foreign program can write, is far from every clock.
 *
 * @param ahead how much later than its record an event may have been sent
 * @param behind how much earlier
 */
public record ClockTolerance(Duration ahead, Duration behind) {
    /** What edges go by, and archivers unless they are told otherwise. Wider than what the broker takes. */
    public static final ClockTolerance USUAL = new ClockTolerance(Duration.ofHours(1), Duration.ofDays(30));

    /**
     * Never throws, whatever the times.
     *
     * @param writtenAtMillis the record's time; negative where it has none
     */
    public boolean allows(Instant sentAt, long writtenAtMillis) {
        if (writtenAtMillis < 0) {
            return false;
        }
        Duration late = Duration.between(sentAt, Instant.ofEpochMilli(writtenAtMillis));
        return late.negated().compareTo(ahead) <= 0 && late.compareTo(behind) <= 0;
    }
}
