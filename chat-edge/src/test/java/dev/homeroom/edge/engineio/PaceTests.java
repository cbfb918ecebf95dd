package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTests {
    @Test
    void holdsNobodyBackWithinTheBurst() {
        Pace pace = new Pace(10);

        for (int i = 0; i < 19; i++) {
            assertThat(pace.delayAfter(1)).isZero();
        }
    }

    @Test
    void holdsBackLongerTheFurtherAClientIsAhead() {
        Pace pace = new Pace(10);
        for (int i = 0; i < 30; i++) {
            pace.delayAfter(1);
        }

        assertThat(pace.delayAfter(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1_100));
    }

    @Test
    void countsLargeFramesForMore() {
        Pace pace = new Pace(10);

        assertThat(pace.delayAfter(40 * 4_096)).isBetween(Duration.ofMillis(1_500), Duration.ofMillis(2_100));
    }
}
