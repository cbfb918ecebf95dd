package dev.homeroom.edge.chat;

import java.time.Duration;

/**
 * A time by which several steps, one after the other, have to be done.
 *
 * @param atNanos by {@link System#nanoTime}
 */
record Deadline(long atNanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** At least one, so that a step that is late already fails as one that has taken too long. */
    long leftMs() {
        return Math.max(1, Duration.ofNanos(atNanos - System.nanoTime()).toMillis());
    }
}
