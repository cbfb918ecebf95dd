package dev.homeroom.bench.slowreaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.pace.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class LedgerTests {
    private static final OptionalLong NOT_TOLD = OptionalLong.empty();

    private final Ledger ledger =
            new Ledger(new Schedule(10, Duration.ofNanos(100), List.of(Duration.ofNanos(10), Duration.ofNanos(10))));

    @Test
    void keepsThePeaksOfEachPart() {
        ledger.look(50, 900, 9_000, NOT_TOLD);
        ledger.look(101, 5, 50, NOT_TOLD);
        ledger.look(109, 7, 40, NOT_TOLD);
        ledger.look(110, 3, 30, NOT_TOLD);
        assertThat(ledger.peakHeap(0)).isEqualTo(7);
        assertThat(ledger.peakResident(0)).isEqualTo(50);
        assertThat(ledger.peakHeap(1)).isEqualTo(3);
    }

    @Test
    void tellsWhenEachWasLetGo() {
        ledger.look(90, 0, 0, OptionalLong.of(3));
        ledger.look(105, 0, 0, OptionalLong.of(4));
        ledger.look(112, 0, 0, OptionalLong.of(6));
        ledger.look(115, 0, 0, OptionalLong.of(6));
        ledger.look(118, 0, 0, OptionalLong.of(7));
        assertThat(ledger.letGoAfter(110, 120)).containsExactly(2L, 2L, 8L);
        assertThat(ledger.letGoAfter(100, 110)).containsExactly(5L);
    }

    @Test
    void knowsNothingOfThoseWhoWereLetGoBeforeItLooked() {
        ledger.look(105, 0, 0, OptionalLong.of(20));
        ledger.look(106, 0, 0, NOT_TOLD);
        assertThat(ledger.letGoAfter(100, 110)).isEmpty();
    }
}
