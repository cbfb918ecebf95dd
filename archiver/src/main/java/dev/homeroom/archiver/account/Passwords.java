package dev.homeroom.archiver.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Encodes and checks passwords, a few at a time, since each costs tens of milliseconds of a processor. */
@Component
public class Passwords {
    static final int MIN_CHARACTERS = 8;

    /** bcrypt looks at no more. */
    static final int MAX_BYTES = 72;

    private final PasswordEncoder encoder;
    private final Semaphore processors;
    private final PasswordSettings settings;
    /** What the password of an unknown user is checked against, so that it takes as long as a known one's. */
    private final String nobodys;

    Passwords(PasswordSettings settings) {
        this.settings = settings;
        processors = new Semaphore(settings.permits(), true);
        encoder = new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.bcryptStrength())));
        nobodys = encode(UUID.randomUUID().toString());
    }

    /** What a check found. */
    public enum Verdict {
        RIGHT,
        WRONG,
        /** Too many others wait; nothing was checked. */
        BUSY
    }

    /** Whether somebody may choose it: {@value #MIN_CHARACTERS} characters at least, and all of it counts. */
    public static boolean mayBeChosen(String password) {
        return password.codePointCount(0, password.length()) >= MIN_CHARACTERS && fits(password);
    }

    static boolean fits(String password) {
        return password.getBytes(UTF_8).length <= MAX_BYTES;
    }

    String encode(String password) {
        return String.valueOf(encoder.encode(password));
    }

    /** @param encoded null for a user that does not exist, which takes the same time */
    public Verdict check(String password, @Nullable String encoded) {
        if (!acquire()) {
            return Verdict.BUSY;
        }
        try {
            boolean matches = encoder.matches(fits(password) ? password : "", encoded == null ? nobodys : encoded);
            return matches && encoded != null && fits(password) ? Verdict.RIGHT : Verdict.WRONG;
        } finally {
            processors.release();
        }
    }

    private boolean acquire() {
        try {
            return processors.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
