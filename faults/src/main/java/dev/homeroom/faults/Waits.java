package dev.homeroom.faults;

import java.time.Duration;

/**
 * How long a trial waits for what takes its time.
 *
 * @param healing until everything has to be well again, and everybody back and heard
 * @param presence until the people of a dead edge have to be known to be gone
 * @param leaving until those who have just vanished are
 */
public record Waits(Duration healing, Duration presence, Duration leaving) {
    /** For edges with their usual settings: ten seconds are promised, three are the usual grace. */
    public static final Waits USUAL = new Waits(Duration.ofSeconds(90), Duration.ofSeconds(12), Duration.ofSeconds(8));
}
