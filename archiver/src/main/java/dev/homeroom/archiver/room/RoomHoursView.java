package dev.homeroom.archiver.room;

import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.contract.RoomHours;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A room's hours as JSON. Without spans the room is always open.
 *
 * @param zone of the tz database
 */
record RoomHoursView(
        @Nullable String zone,

        @NotNull @Size(max = RoomHours.MOST_SPANS) List<@NotNull @Valid SpanView> spans) {
    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";
    private static final String TIME_MESSAGE = "must be a time such as 08:30";

    /** @param until not after {@code from}: on the next day */
    record SpanView(
            @NotNull
            @Pattern(
                    regexp = "monday|tuesday|wednesday|thursday|friday|saturday|sunday",
                    message = "must be a day of the week, such as monday")
            String day,

            @NotNull @Pattern(regexp = TIME, message = TIME_MESSAGE)
            String from,

            @NotNull @Pattern(regexp = TIME, message = TIME_MESSAGE)
            String until) {
        RoomHours.Span toSpan() {
            return new RoomHours.Span(
                    DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)), LocalTime.parse(from), LocalTime.parse(until));
        }

        static SpanView of(RoomHours.Span span) {
            return new SpanView(
                    span.day().name().toLowerCase(Locale.ROOT),
                    span.from().toString(),
                    span.until().toString());
        }
    }

    static RoomHoursView of(RoomHours hours) {
        return new RoomHoursView(
                hours.zone().getId(), hours.spans().stream().map(SpanView::of).toList());
    }

    HoursChange toChange() {
        if (spans.isEmpty()) {
            return new HoursChange(null);
        }
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw ProblemException.invalid("hours.zone", "must be a time zone such as Europe/Berlin");
        }
        try {
            return new HoursChange(new RoomHours(
                    ZoneId.of(zone), spans.stream().map(SpanView::toSpan).toList()));
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("hours.spans", String.valueOf(e.getMessage()));
        }
    }
}
