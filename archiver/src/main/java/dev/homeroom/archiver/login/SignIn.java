package dev.homeroom.archiver.login;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Credentials;
import dev.homeroom.archiver.account.Credentials.Credential;
import dev.homeroom.archiver.account.Passwords;
import dev.homeroom.archiver.account.Passwords.Verdict;
import dev.homeroom.archiver.account.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Checks who somebody is. Takes the same time whether the username exists or not, and slows guessing down. */
@Component
class SignIn {
    private final Credentials credentials;
    private final Passwords passwords;
    private final LoginThrottle throttle;

    SignIn(Credentials credentials, Passwords passwords, LoginThrottle throttle) {
        this.credentials = credentials;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /** What became of an attempt. */
    sealed interface Attempt {
        /** @param tokensValidFrom tokens from before are worth nothing */
        record SignedIn(Caller caller, Instant tokensValidFrom) implements Attempt {}

        /** Says neither whether the username exists nor whether its account is active. */
        record WrongCredentials() implements Attempt {}

        record TooManyAttempts(Duration retryAfter) implements Attempt {}

        /** Too many sign in at the moment. */
        record Busy() implements Attempt {}
    }

    Attempt attempt(String username, String password, String address) {
        Duration wait = throttle.begin(username, address);
        if (!wait.isZero()) {
            return new Attempt.TooManyAttempts(wait);
        }
        try {
            return judged(username, password, address);
        } catch (RuntimeException e) {
            // Nothing was judged: Postgres is away, most likely.
            throttle.takeBack(username, address);
            throw e;
        }
    }

    private Attempt judged(String username, String password, String address) {
        Optional<Credential> known = Username.isValid(username) ? credentials.ofUsername(username) : Optional.empty();
        Verdict verdict =
                passwords.check(password, known.map(Credential::password).orElse(null));
        return switch (verdict) {
            case BUSY -> busy(username, address);
            case RIGHT -> signedIn(known.orElseThrow(), username, address);
            case WRONG -> refused(username, address);
        };
    }

    private Attempt signedIn(Credential credential, String username, String address) {
        if (!credential.active()) {
            return refused(username, address);
        }
        throttle.forgive(username, address);
        return new Attempt.SignedIn(credential.caller(), credential.tokensValidFrom());
    }

    private Attempt busy(String username, String address) {
        throttle.takeBack(username, address);
        return new Attempt.Busy();
    }

    private Attempt refused(String username, String address) {
        throttle.failed(username, address);
        return new Attempt.WrongCredentials();
    }
}
