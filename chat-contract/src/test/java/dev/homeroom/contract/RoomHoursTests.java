package dev.homeroom.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.homeroom.contract.RoomHours.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomHoursTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void openFromTheFirstMomentAndClosedFromTheLast() {
        RoomHours mondays = hours(span(DayOfWeek.MONDAY, "08:00", "13:30"));
        assertThat(mondays.isOpen(berlin("2026-03-02T07:59:59"))).isFalse();
        assertThat(mondays.isOpen(berlin("2026-03-02T08:00"))).isTrue();
        assertThat(mondays.isOpen(berlin("2026-03-02T13:29:59"))).isTrue();
        assertThat(mondays.isOpen(berlin("2026-03-02T13:30"))).isFalse();
        assertThat(mondays.isOpen(berlin("2026-03-03T09:00"))).isFalse();
    }

    @Test
    void saysWhenTheyNextBeginOrEnd() {
        RoomHours mondays = hours(span(DayOfWeek.MONDAY, "08:00", "13:30"));
        assertThat(mondays.nextChange(berlin("2026-03-02T07:00"))).contains(berlin("2026-03-02T08:00"));
        assertThat(mondays.nextChange(berlin("2026-03-02T08:00"))).contains(berlin("2026-03-02T13:30"));
        assertThat(mondays.nextChange(berlin("2026-03-02T13:30"))).contains(berlin("2026-03-09T08:00"));
    }

    @Test
    void goOnOverMidnight() {
        RoomHours late = hours(span(DayOfWeek.SUNDAY, "22:00", "00:30"));
        assertThat(late.isOpen(berlin("2026-03-01T23:59"))).isTrue();
        assertThat(late.isOpen(berlin("2026-03-02T00:29"))).isTrue();
        assertThat(late.isOpen(berlin("2026-03-02T00:30"))).isFalse();
        assertThat(late.isOpen(berlin("2026-03-01T00:15"))).isFalse();
        assertThat(late.nextChange(berlin("2026-03-02T00:10"))).contains(berlin("2026-03-02T00:30"));
    }

    @Test
    void spansThatTouchAreOne() {
        RoomHours touching = hours(span(DayOfWeek.MONDAY, "20:00", "00:00"), span(DayOfWeek.TUESDAY, "00:00", "02:00"));
        assertThat(touching.isOpen(berlin("2026-03-03T00:00"))).isTrue();
        assertThat(touching.nextChange(berlin("2026-03-02T21:00"))).contains(berlin("2026-03-03T02:00"));
    }

    @Test
    void neverChangeWhereTheWholeWeekIsOpen() {
        RoomHours always = hours(Arrays.stream(DayOfWeek.values())
                .map(day -> span(day, "00:00", "00:00"))
                .toArray(Span[]::new));
        assertThat(always.isOpen(berlin("2026-03-29T02:30"))).isTrue();
        assertThat(always.nextChange(berlin("2026-03-02T21:00"))).isEmpty();
    }

    @Test
    void followTheClocksOfTheirZone() {
        RoomHours sundays = hours(span(DayOfWeek.SUNDAY, "02:30", "04:00"));
        // There is no 2:30 on the day on which clocks go forward at 2, and there are two when they go back at 3.
        assertThat(sundays.nextChange(Instant.parse("2026-03-29T00:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(sundays.nextChange(Instant.parse("2026-10-25T00:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(sundays.nextChange(Instant.parse("2026-10-25T00:30:00Z")))
                .contains(Instant.parse("2026-10-25T03:00:00Z"));
    }

    @Test
    void cannotOverlapAlsoFromSundayToMonday() {
        assertRefused("overlap", span(DayOfWeek.MONDAY, "08:00", "10:00"), span(DayOfWeek.MONDAY, "09:00", "11:00"));
        assertRefused("overlap", span(DayOfWeek.MONDAY, "22:00", "03:00"), span(DayOfWeek.TUESDAY, "02:00", "04:00"));
        assertRefused("overlap", span(DayOfWeek.MONDAY, "00:00", "02:00"), span(DayOfWeek.SUNDAY, "23:00", "01:00"));
        assertRefused("overlap", span(DayOfWeek.MONDAY, "00:00", "00:00"), span(DayOfWeek.MONDAY, "08:00", "09:00"));
    }

    @Test
    void cannotBeEmptyOrEndless() {
        assertRefused("spans");
        assertRefused(
                "spans",
                Collections.nCopies(29, span(DayOfWeek.MONDAY, "08:00", "09:00"))
                        .toArray(Span[]::new));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(DayOfWeek.MONDAY, "08:00", "08:00"))
                .withMessageContaining("empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(DayOfWeek.MONDAY, "08:00:00.5", "09:00"))
                .withMessageContaining("less than a second");
    }

    private static void assertRefused(String why, Span... spans) {
        assertThatIllegalArgumentException().isThrownBy(() -> hours(spans)).withMessageContaining(why);
    }

    private static RoomHours hours(Span... spans) {
        return new RoomHours(BERLIN, List.of(spans));
    }

    private static Span span(DayOfWeek day, String from, String until) {
        return new Span(day, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }
}
