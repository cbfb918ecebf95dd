package dev.homeroom.contract;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When the students of a room may write, week by week: what the clocks of its zone show. Outside of these hours they read.
 *
 * <p>Where clocks go forward, a time that does not exist is as much later as they jump; where they go back, a time that is
 * there twice is the first.
 *
 * @param zone whose clocks count
 * @param spans by day and time; they may touch, and do not overlap
 */
public record RoomHours(ZoneId zone, List<Span> spans) {
    public static final int MOST_SPANS = 28;

    private static final int DAYS_AHEAD = 8;
    private static final long WEEK = Duration.ofDays(7).toSeconds();

    public RoomHours {
        spans = spans.stream()
                .sorted(Comparator.comparing(Span::day).thenComparing(Span::from))
                .toList();
        if (spans.isEmpty() || spans.size() > MOST_SPANS) {
            throw new IllegalArgumentException("must have 1 to " + MOST_SPANS + " spans");
        }
        if (overlap(spans)) {
            throw new IllegalArgumentException("has spans that overlap");
        }
    }

    /**
     * A span that comes every week.
     *
     * @param day on which it begins
     * @param from in whole seconds
     * @param until in whole seconds; not after {@code from} means the next day's, so that 00:00 is the midnight at the end of
     *     the day, and 00:00 to 00:00 the whole day
     */
    public record Span(DayOfWeek day, LocalTime from, LocalTime until) {
        public Span {
            if (!isWhole(from) || !isWhole(until)) {
                throw new IllegalArgumentException("has a time of less than a second");
            }
            if (from.equals(until) && !from.equals(LocalTime.MIDNIGHT)) {
                throw new IllegalArgumentException("has a span that is empty");
            }
        }

        private static boolean isWhole(LocalTime time) {
            return time.equals(time.truncatedTo(ChronoUnit.SECONDS));
        }

        private boolean endsOnTheNextDay() {
            return !until.isAfter(from);
        }

        /** In seconds from Monday's beginning, as if no clock were ever changed. */
        private long begin() {
            return Duration.ofDays(day.getValue() - 1L).toSeconds() + from.toSecondOfDay();
        }

        private long end() {
            long sameDay = begin() - from.toSecondOfDay() + until.toSecondOfDay();
            return endsOnTheNextDay() ? sameDay + Duration.ofDays(1).toSeconds() : sameDay;
        }
    }

    /** The hours of one day as they really are: from the first up to, and without, the second. */
    private record Open(Instant from, Instant until) {}

    public boolean isOpen(Instant at) {
        return openAround(at).anyMatch(open -> contains(open, at));
    }

    /** When it next opens, or closes, after {@code at}; empty if it never does. */
    public Optional<Instant> nextChange(Instant at) {
        boolean openNow = isOpen(at);
        return openAround(at)
                .map(openNow ? Open::until : Open::from)
                .filter(change -> change.isAfter(at) && isOpen(change) != openNow)
                .min(Comparator.naturalOrder());
    }

    private Stream<Open> openAround(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, zone);
        return IntStream.rangeClosed(-1, DAYS_AHEAD).mapToObj(today::plusDays).flatMap(this::openOn);
    }

    private Stream<Open> openOn(LocalDate date) {
        return spans.stream()
                .filter(span -> span.day() == date.getDayOfWeek())
                .map(span -> new Open(
                        instant(date, span.from()),
                        instant(span.endsOnTheNextDay() ? date.plusDays(1) : date, span.until())));
    }

    private Instant instant(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    private static boolean contains(Open open, Instant at) {
        return !at.isBefore(open.from()) && at.isBefore(open.until());
    }

    private static boolean overlap(List<Span> sorted) {
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).begin() < sorted.get(i - 1).end()) {
                return true;
            }
        }
        return sorted.getLast().end() > sorted.getFirst().begin() + WEEK;
    }
}
