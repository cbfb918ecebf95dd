package dev.homeroom.archiver.participation;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.participation.Participation.Line;
import dev.homeroom.archiver.participation.RoomsOfPerson.RoomName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Participation as JSON. */
final class ParticipationViews {
    private ParticipationViews() {}

    /**
     * How one person took part.
     *
     * @param role teacher, student or guest
     * @param member whether they are in the room now
     * @param words each character of Chinese is one
     * @param share of the messages of students and guests, from 0 to 1; null for teachers
     * @param daysActive days on which they wrote, in the time zone asked for
     * @param replies messages soon after somebody else's
     * @param removed messages that were removed; the other figures leave them out
     */
    record LineView(
            UUID id,
            String name,
            String role,
            boolean member,
            int messages,
            long words,
            @Nullable Double share,
            @JsonProperty("days_active") int daysActive,
            int replies,
            int removed,
            @JsonProperty("first_at") @Nullable Instant firstAt,
            @JsonProperty("last_at") @Nullable Instant lastAt) {
        static LineView of(Line line) {
            Person person = line.person();
            Figures figures = line.figures();
            return new LineView(
                    person.id(),
                    person.name(),
                    person.role(),
                    person.member(),
                    figures.messages(),
                    figures.words(),
                    line.share(),
                    figures.daysActive(),
                    figures.replies(),
                    figures.removed(),
                    figures.firstAt(),
                    figures.lastAt());
        }
    }

    /** Several people together. */
    record TotalView(
            int messages,
            long words,
            @JsonProperty("days_active") int daysActive,
            int replies,
            int removed,
            @JsonProperty("first_at") @Nullable Instant firstAt,
            @JsonProperty("last_at") @Nullable Instant lastAt) {
        static TotalView of(Figures figures) {
            return new TotalView(
                    figures.messages(),
                    figures.words(),
                    figures.daysActive(),
                    figures.replies(),
                    figures.removed(),
                    figures.firstAt(),
                    figures.lastAt());
        }
    }

    /** What the one in the middle of the students and guests has, the silent ones counted too. */
    record MedianView(
            double messages,
            double words,
            double share,
            @JsonProperty("days_active") double daysActive,
            double replies) {
        static MedianView of(Median median) {
            return new MedianView(
                    median.messages(), median.words(), median.share(), median.daysActive(), median.replies());
        }
    }

    /**
     * How figures were counted.
     *
     * @param zone where days begin and end
     * @param step how long one point of the series is: day, or hour where the span is within one day
     * @param replyWithinSeconds how soon after somebody else's message one counts as a reply
     */
    record CountedView(
            @Nullable Instant from,
            @Nullable Instant to,
            String zone,
            Step step,
            @JsonProperty("reply_within_seconds") long replyWithinSeconds) {
        static CountedView of(Scope scope, Duration replyWithin) {
            return new CountedView(
                    scope.from(), scope.to(), scope.zone().getId(), scope.step(), replyWithin.toSeconds());
        }
    }

    /**
     * How everybody took part in a room.
     *
     * @param items the students who are in the room, and everybody who wrote: students and guests by name, then teachers
     * @param students all students and guests together
     * @param everybody teachers too
     * @param series of students and guests; what is left out is zero
     * @param complete whether the words of all messages have been counted
     */
    record RoomView(
            CountedView counted,
            List<LineView> items,
            TotalView students,
            TotalView everybody,
            MedianView median,
            List<Point> series,
            boolean complete) {
        static RoomView of(CountedView counted, Participation participation) {
            return new RoomView(
                    counted,
                    participation.lines().stream().map(LineView::of).toList(),
                    TotalView.of(participation.compared()),
                    TotalView.of(participation.everybody()),
                    MedianView.of(participation.median()),
                    participation.series(),
                    participation.complete());
        }
    }

    /** How one person took part in a room, beside the median. */
    record PersonView(CountedView counted, LineView person, MedianView median, List<Point> series, boolean complete) {}

    /** How one person took part in one of several rooms. */
    record RoomLineView(UUID room, String title, LineView person, MedianView median, boolean complete) {
        static RoomLineView of(RoomName room, Line line, Participation participation) {
            return new RoomLineView(
                    room.id().value(),
                    room.title(),
                    LineView.of(line),
                    MedianView.of(participation.median()),
                    participation.complete());
        }
    }
}
