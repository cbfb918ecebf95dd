package dev.homeroom.archiver.participation;

import java.time.Instant;

/**
 * A day, or an hour, in which something was written.
 *
 * @param at when it begins
 * @param people how many wrote
 */
record Point(Instant at, int messages, long words, int people) {
    static Point of(Tally tally) {
        return new Point(tally.at(), tally.messages(), tally.words(), 1);
    }

    Point plus(Point other) {
        return new Point(at, messages + other.messages, words + other.words, people + other.people);
    }
}
