package dev.homeroom.archiver.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Whom the throttle lets try. */
class LoginThrottleTests {
    private final LoginThrottle throttle = new LoginThrottle(new LoginSettings(
            Duration.ofHours(12),
            5,
            8,
            12,
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Set.of(),
            DataSize.ofMegabytes(1)));

    private boolean mayTry(String username, String address) {
        return throttle.begin(username, address).isZero();
    }

    private void fail(String username, String address) {
        assertThat(mayTry(username, address)).isTrue();
        throttle.failed(username, address);
    }

    @Test
    void slowsDownWhoeverErrsWithOneNameFromOneAddress() {
        for (int i = 0; i < 5; i++) {
            fail("amy", "192.0.2.1");
        }

        assertThat(mayTry("AMY", "192.0.2.1")).isFalse();
        assertThat(mayTry("amy", "192.0.2.2")).isTrue();
        assertThat(mayTry("ben", "192.0.2.1")).isTrue();
    }

    @Test
    void slowsDownGuessesAtOneAccountFromManyAddresses() {
        for (int i = 0; i < 8; i++) {
            fail("amy", "192.0.2." + i);
        }

        assertThat(mayTry("amy", "192.0.2.99")).isFalse();
        assertThat(mayTry("ben", "192.0.2.99")).isTrue();
    }

    @Test
    void slowsDownGuessesAtManyAccountsFromOneAddress() {
        for (int i = 0; i < 12; i++) {
            fail("student" + i, "192.0.2.1");
        }

        assertThat(mayTry("amy", "192.0.2.1")).isFalse();
        assertThat(mayTry("amy", "192.0.2.2")).isTrue();
    }

    @Test
    void letsNoMoreGuessesPassThatAreMadeTogether() {
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService guesses = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 2_000; i++) {
                guesses.execute(() -> passed.addAndGet(mayTry("amy", "192.0.2.1") ? 1 : 0));
            }
        }

        assertThat(passed).hasValue(5);
    }

    @Test
    void keepsFailuresWhenAnAttemptIsNotJudged() {
        for (int i = 0; i < 4; i++) {
            fail("amy", "192.0.2.1");
        }
        for (int i = 0; i < 10; i++) {
            assertThat(mayTry("amy", "192.0.2.1")).isTrue();
            throttle.takeBack("amy", "192.0.2.1");
        }

        fail("amy", "192.0.2.1");
        assertThat(mayTry("amy", "192.0.2.1")).isFalse();
    }

    @Test
    void forgivesAllWhenAnAttemptSucceeds() {
        for (int i = 0; i < 4; i++) {
            fail("amy", "192.0.2.1");
        }
        assertThat(mayTry("amy", "192.0.2.1")).isTrue();
        throttle.forgive("amy", "192.0.2.1");

        for (int i = 0; i < 3; i++) {
            assertThat(mayTry("amy", "192.0.2.1")).isTrue();
        }
    }
}
