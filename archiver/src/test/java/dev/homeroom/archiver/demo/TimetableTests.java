package dev.homeroom.archiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.demo.Moment.Said;
import dev.homeroom.contract.MessageText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTests {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<Script> SCRIPTS =
            Arrays.stream(DemoRoom.values()).map(DemoRoom::script).toList();

    private static Timetable before(Instant now) {
        return Timetable.before(now, BERLIN, SCRIPTS);
    }

    private static Instant at(String time) {
        return ZonedDateTime.of(LocalDate.parse("2026-03-30"), LocalTime.parse(time), BERLIN)
                .toInstant();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, BERLIN);
    }

    /** The last of these is on the day after clocks went forward. */
    @ParameterizedTest
    @ValueSource(strings = {"00:00:00", "00:10:00", "08:05:30", "08:12:00", "12:00:00", "23:59:59"})
    void putsNothingIntoTheFuture(String time) {
        Instant now = at(time);
        Stream<Moment> all = SCRIPTS.stream().flatMap(script -> before(now).of(script).stream());

        assertThat(all)
                .allSatisfy(moment -> assertThat(moment.at()).isBefore(now).isAfter(now.minus(Duration.ofDays(13))));
    }

    @Test
    void endsThisMorningOrElseTheDayBefore() {
        Script lessons = DemoRoom.CLASS.script();

        assertThat(day(before(at("09:00:00")).of(lessons).getLast().at())).isEqualTo("2026-03-30");
        assertThat(day(before(at("07:00:00")).of(lessons).getLast().at())).isEqualTo("2026-03-29");
    }

    @ParameterizedTest
    @EnumSource
    void hasTheOrderOfTheScript(DemoRoom room) {
        List<Moment> moments = before(at("12:00:00")).of(room.script());

        assertThat(moments).extracting(Moment::at).isSorted().doesNotHaveDuplicates();
        assertThat(moments)
                .filteredOn(Said.class::isInstance)
                .extracting(moment -> ((Said) moment).line())
                .isEqualTo(room.script().lines().toList());
    }

    @Test
    void keepsToTheHoursAndToTheSlowModeOfRooms() {
        Timetable timetable = before(at("12:00:00"));

        assertThat(timetable.of(DemoRoom.BOOKS.script()))
                .allSatisfy(moment -> assertThat(LocalTime.ofInstant(moment.at(), BERLIN))
                        .isBetween(LocalTime.of(15, 30), LocalTime.of(18, 30)));
        Map<String, Instant> last = new HashMap<>();
        timetable.of(DemoRoom.PROJECT.script()).stream()
                .filter(Said.class::isInstance)
                .forEach(said -> {
                    Instant before = last.put(said.who(), said.at());
                    assertThat(before == null
                                    || Duration.between(before, said.at()).toSeconds() >= 10)
                            .isTrue();
                });
    }

    @ParameterizedTest
    @EnumSource
    void letsOnlyMembersSpeak(DemoRoom room) {
        Set<String> members = new HashSet<>(room == DemoRoom.CLASS ? Person.students() : room.members());
        members.add(Person.TEACHER);

        assertThat(room.script().scenes())
                .allSatisfy(scene -> assertThat(members).containsAll(scene.people()));
        assertThat(room.script().lines()).noneMatch(line -> line.by().equals("rosa"));
        assertThat(room.script().lines())
                .allSatisfy(line -> assertThat(new MessageText(line.text())).isNotNull());
    }
}
