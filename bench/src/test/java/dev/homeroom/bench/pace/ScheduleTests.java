package dev.homeroom.bench.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTests {
    private final Schedule schedule = new Schedule(300, Duration.ofSeconds(2), Duration.ofSeconds(3));

    @Test
    void knowsThePartOfEachMoment() {
        Schedule parts = new Schedule(10, seconds(2), List.of(seconds(3), seconds(1), seconds(3)));
        assertThat(parts.measured()).isEqualTo(seconds(7));
        assertThat(LongStream.of(1, 2, 4, 5, 6, 8, 20)
                        .map(time -> parts.partAt(seconds(time).toNanos())))
                .containsExactly(-1L, 0L, 0L, 1L, 2L, 2L, 2L);
        assertThat(IntStream.rangeClosed(0, 3).mapToLong(parts::beginNanos))
                .containsExactly(
                        seconds(2).toNanos(),
                        seconds(5).toNanos(),
                        seconds(6).toNanos(),
                        seconds(9).toNanos());
    }

    @Test
    void spreadsMessagesEvenly() {
        assertThat(schedule.dueNanos(0)).isZero();
        assertThat(schedule.dueNanos(1)).isEqualTo(3_333_333);
        assertThat(schedule.dueNanos(300)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void hasAllItsMessagesWithinItsTime() {
        assertThat(schedule.messages()).isEqualTo(1_500);
        assertThat(schedule.dueNanos(1_499)).isLessThan(TimeUnit.SECONDS.toNanos(5));
        assertThat(schedule.dueNanos(1_500)).isEqualTo(TimeUnit.SECONDS.toNanos(5));
    }

    @ParameterizedTest
    @CsvSource({"300, 2, 3", "7, 3, 10", "1000, 0, 1", "6000, 20, 30"})
    void countsAsManyMeasuredMessagesAsAreDueThen(int perSecond, int warmUp, int measured) {
        Schedule any = new Schedule(perSecond, Duration.ofSeconds(warmUp), Duration.ofSeconds(measured));
        long counted = IntStream.range(0, any.messages())
                .filter(message -> any.isMeasured(any.dueNanos(message)))
                .count();
        assertThat(any.measuredMessages()).isEqualTo((int) counted).isEqualTo(perSecond * measured);
    }

    @Test
    void isNotEmpty() {
        assertThatThrownBy(() -> new Schedule(0, Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Schedule(1, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** After a stall, what was due meanwhile is sent at once, and its lateness is known. */
    @Test
    void doesNotWaitForTheServer() {
        Schedule quick = new Schedule(1_000, Duration.ZERO, Duration.ofMillis(100));
        Clock startedLongAgo = new Clock(System.nanoTime() - TimeUnit.SECONDS.toNanos(1));
        List<Long> due = new ArrayList<>();
        double leastLateMs = Pacer.run(quick, startedLongAgo, (_, dueNanos) -> due.add(dueNanos))
                .percentiles()
                .p50();
        assertThat(due).hasSize(100).isSorted();
        assertThat(leastLateMs).isGreaterThan(800);
    }

    @Test
    void sendsNothingBeforeItsTime() {
        Schedule quick = new Schedule(1_000, Duration.ZERO, Duration.ofMillis(100));
        Clock clock = Clock.start();
        Pacer.run(quick, clock, (_, dueNanos) -> assertThat(clock.nanos()).isGreaterThanOrEqualTo(dueNanos));
        assertThat(clock.nanos()).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(99));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
