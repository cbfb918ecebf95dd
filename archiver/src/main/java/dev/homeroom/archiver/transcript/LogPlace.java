package dev.homeroom.archiver.transcript;

import java.util.Comparator;

/** A place in a room's log, in the order of the transcript: first by generation, then by offset. */
public record LogPlace(int generation, long offset) implements Comparable<LogPlace> {
    private static final Comparator<LogPlace> ORDER =
            Comparator.comparingInt(LogPlace::generation).thenComparingLong(LogPlace::offset);

    @Override
    public int compareTo(LogPlace other) {
        return ORDER.compare(this, other);
    }
}
