package dev.homeroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which clocks are near enough. */
class ClockToleranceTests {
    private static final Instant WRITTEN = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration MOMENT = Duration.ofMillis(1);

    private static boolean allows(Duration ahead) {
        return ClockTolerance.USUAL.allows(WRITTEN.plus(ahead), WRITTEN.toEpochMilli());
    }

    @Test
    void allowsAnHourAheadAndThirtyDaysBehind() {
        assertThat(allows(Duration.ZERO)).isTrue();
        assertThat(allows(Duration.ofHours(1))).isTrue();
        assertThat(allows(Duration.ofHours(1).plus(MOMENT))).isFalse();
        assertThat(allows(Duration.ofDays(-30))).isTrue();
        assertThat(allows(Duration.ofDays(-30).minus(MOMENT))).isFalse();
    }

    @Test
    void isFarFromWhatHasNoTime() {
        assertThat(ClockTolerance.USUAL.allows(Instant.EPOCH, -1)).isFalse();
    }

    @Test
    void takesEveryTimeThereIs() {
        for (Instant sentAt : new Instant[] {Instant.MIN, Instant.EPOCH, Instant.MAX}) {
            for (long writtenAt : new long[] {Long.MIN_VALUE, 0, Long.MAX_VALUE}) {
                assertThat(ClockTolerance.USUAL.allows(sentAt, writtenAt))
                        .isEqualTo(sentAt.equals(Instant.EPOCH) && writtenAt == 0);
            }
        }
    }
}
