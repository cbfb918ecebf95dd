package dev.homeroom.archiver.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.account.Passwords.Verdict;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Checking passwords. */
class PasswordsTests {
    private final Passwords passwords = new Passwords(new PasswordSettings(8, 1, Duration.ofMillis(50)));
    private final String encoded = passwords.encode("right");

    @Test
    void tellsRightFromWrong() {
        assertThat(passwords.check("right", encoded)).isEqualTo(Verdict.RIGHT);
        assertThat(passwords.check("wrong", encoded)).isEqualTo(Verdict.WRONG);
        assertThat(passwords.check("right", null)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void refusesMoreThanBcryptSees() {
        String longest = "x".repeat(72);
        String ofLongest = passwords.encode(longest);

        assertThat(passwords.check(longest, ofLongest)).isEqualTo(Verdict.RIGHT);
        assertThat(passwords.check(longest + "y", ofLongest)).isEqualTo(Verdict.WRONG);
    }

    @Test
    void takesAsLongForUnknownUsers() {
        nanos(encoded);
        nanos(null);

        long known = IntStream.range(0, 10).mapToLong(_ -> nanos(encoded)).min().orElseThrow();
        long unknown = IntStream.range(0, 10).mapToLong(_ -> nanos(null)).min().orElseThrow();

        assertThat(unknown).isBetween(known / 2, known * 2);
    }

    private long nanos(@Nullable String against) {
        long start = System.nanoTime();
        passwords.check("wrong", against);
        return System.nanoTime() - start;
    }

    @Test
    void turnsAwayWhoWouldWaitTooLong() throws Exception {
        Passwords slow = new Passwords(new PasswordSettings(13, 1, Duration.ofMillis(1)));
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<Verdict>> verdicts = people.invokeAll(Collections.nCopies(8, () -> slow.check("wrong", null)));

            assertThat(verdicts).extracting(Future::get).contains(Verdict.WRONG, Verdict.BUSY);
        }
    }
}
