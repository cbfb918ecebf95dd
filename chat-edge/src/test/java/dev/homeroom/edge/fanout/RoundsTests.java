package dev.homeroom.edge.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoundsTests {
    /** The time of {@link System#nanoTime} may be near its end, and negative after it. */
    private static final long START = Long.MAX_VALUE - 10;

    private final Rounds rounds = new Rounds(Duration.ofSeconds(60), START);

    private static long after(int seconds) {
        return START + Duration.ofSeconds(seconds).toNanos();
    }

    @Test
    void standStillWhereNoneBeginsForLongerThanTheLongest() {
        assertThat(rounds.isStanding(after(60))).isFalse();
        assertThat(rounds.isStanding(after(61))).isTrue();
    }

    @Test
    void goOnWithTheNext() {
        rounds.begin(after(50));
        assertThat(rounds.isStanding(after(110))).isFalse();
        assertThat(rounds.isStanding(after(111))).isTrue();
        rounds.begin(after(200));
        assertThat(rounds.isStanding(after(201))).isFalse();
    }
}
