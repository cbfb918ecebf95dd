package dev.homeroom.archiver.login;

import dev.homeroom.archiver.account.Username;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing: per username and address, per username, per address. In memory, so each archiver counts for
 * itself.
 *
 * <p>An attempt counts as a failure at once and is forgiven when it succeeds; so a thousand guesses sent together do
 * not all pass before the first is judged. Looking and counting are one step. Addresses and accounts count afterwards only: many people of a school come
 * from one address in the same second.
 */
@Component
class LoginThrottle {
    private final FailureCount pairs;
    private final FailureCount accounts;
    private final FailureCount addresses;
    private final Clock clock = Clock.systemUTC();

    LoginThrottle(LoginSettings settings) {
        pairs = count(settings, settings.freeFailures());
        accounts = count(settings, settings.freeFailuresPerAccount());
        addresses = count(settings, settings.freeFailuresPerAddress());
    }

    private static FailureCount count(LoginSettings settings, int free) {
        return new FailureCount(free, settings.longestWait(), settings.forgetAfter());
    }

    /** How long this attempt has to wait, in which case it must not be made; zero if it may be made now. */
    synchronized Duration begin(String username, String address) {
        Instant now = clock.instant();
        String account = Username.keyOf(username);
        Duration wait = Collections.max(List.of(
                pairs.wait(pair(account, address), now), accounts.wait(account, now), addresses.wait(address, now)));
        if (wait.isZero()) {
            pairs.add(pair(account, address), now);
        }
        return wait;
    }

    void failed(String username, String address) {
        Instant now = clock.instant();
        accounts.add(Username.keyOf(username), now);
        addresses.add(address, now);
    }

    /** For an attempt that was never judged; the failures before it stand. */
    void takeBack(String username, String address) {
        pairs.takeBack(pair(Username.keyOf(username), address));
    }

    /** For one that succeeded, and with it all failures before. */
    void forgive(String username, String address) {
        pairs.clear(pair(Username.keyOf(username), address));
    }

    private static String pair(String account, String address) {
        return address + " " + account;
    }
}
