package dev.homeroom.archiver.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How guessing is slowed down. */
class FailureCountTests {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final FailureCount failures = new FailureCount(3, Duration.ofSeconds(60), Duration.ofMinutes(15));

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            failures.add("amy", NOW);
        }
    }

    @Test
    void letsFirstFailuresPass() {
        fail(2);

        assertThat(failures.wait("amy", NOW)).isZero();
    }

    @Test
    void doublesTheWaitWithEachFailure() {
        fail(3);
        assertThat(failures.wait("amy", NOW)).isEqualTo(Duration.ofSeconds(1));
        fail(1);
        assertThat(failures.wait("amy", NOW)).isEqualTo(Duration.ofSeconds(2));
        fail(1);
        assertThat(failures.wait("amy", NOW.plusSeconds(1))).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void waitsNoLongerThanTheLongest() {
        fail(500);

        assertThat(failures.wait("amy", NOW)).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void countsEachKeyForItself() {
        fail(10);

        assertThat(failures.wait("ben", NOW)).isZero();
    }

    @Test
    void forgetsAfterAWhile() {
        fail(10);

        assertThat(failures.wait("amy", NOW.plus(Duration.ofMinutes(16)))).isZero();
    }

    @Test
    void forgivesAtOnce() {
        fail(10);
        failures.clear("amy");

        assertThat(failures.wait("amy", NOW)).isZero();
    }
}
