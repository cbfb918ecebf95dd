package dev.homeroom.archiver.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Adding up what was read. */
class CountTests {
    private static final Instant DAY = Instant.parse("2026-03-09T16:00:00Z");
    private static final Scope ALL = new Scope(null, null, ZoneId.of("Asia/Shanghai"), null);

    private final Person amy = new Person(UUID.randomUUID(), "Amy", "student", true);
    private final Person ben = new Person(UUID.randomUUID(), "Ben", "student", true);
    private final Person gone = new Person(UUID.randomUUID(), "Gone", "student", false);
    private final Person guest = new Person(UUID.randomUUID(), "Guest", "guest", false);
    private final Person teacher = new Person(UUID.randomUUID(), "A teacher", "teacher", true);

    private static Tally tally(Person person, int day, int messages, int uncounted) {
        Instant at = DAY.plus(Duration.ofDays(day));
        return new Tally(person.id(), at, messages, 2L * messages, 1, uncounted, at.plusSeconds(1), at.plusSeconds(2));
    }

    private Count count() {
        return new Count(ALL, List.of(teacher, amy, ben, gone, guest), null);
    }

    @Test
    void tellsOfSilentStudentsAndOfNobodyElseWhoIsSilent() {
        assertThat(count().result().lines())
                .extracting(line -> line.person().name(), line -> line.figures().messages())
                .containsExactly(tuple("Amy", 0), tuple("Ben", 0));
        Count removed = count();
        removed.addRemoved(gone.id(), 1);
        assertThat(removed.result().lines())
                .extracting(line -> line.person().name())
                .contains("Gone");
    }

    @Test
    void comparesStudentsAndGuestsAndLeavesTeachersOut() {
        Count count = count();
        count.add(tally(teacher, 0, 100, 0));
        count.add(tally(amy, 0, 6, 0));
        count.add(tally(guest, 1, 2, 0));

        Participation result = count.result();
        assertThat(result.lines())
                .extracting(line -> line.person().name(), Participation.Line::share)
                .containsExactly(tuple("Amy", 0.75), tuple("Ben", 0.0), tuple("Guest", 0.25), tuple("A teacher", null));
        assertThat(result.median()).isEqualTo(new Median(2, 4, 1, 1, 0.25));
        assertThat(result.compared().messages()).isEqualTo(8);
        assertThat(result.compared().daysActive()).isEqualTo(2);
        assertThat(result.everybody().messages()).isEqualTo(108);
        assertThat(result.series())
                .containsExactly(new Point(DAY, 6, 12, 1), new Point(DAY.plus(Duration.ofDays(1)), 2, 4, 1));
    }

    @Test
    void takesTheMiddleOfTwo() {
        Count count = count();
        count.add(tally(amy, 0, 5, 0));

        assertThat(count.result().median().messages()).isEqualTo(2.5);
    }

    @Test
    void saysWhenWordsAreStillToBeCounted() {
        Count count = count();
        count.add(tally(amy, 0, 1, 0));
        assertThat(count.result().complete()).isTrue();
        count.add(tally(ben, 0, 5, 1));
        assertThat(count.result().complete()).isFalse();
    }

    @Test
    void showsHoursOfOneDayAndDaysOfMore() {
        assertThat(step(Duration.ofHours(25))).isEqualTo(Step.HOUR);
        assertThat(step(Duration.ofHours(26))).isEqualTo(Step.DAY);
        assertThat(ALL.step()).isEqualTo(Step.DAY);
    }

    private static Step step(Duration span) {
        return new Scope(DAY, DAY.plus(span), ALL.zone(), null).step();
    }
}
