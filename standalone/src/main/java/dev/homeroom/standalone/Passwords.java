package dev.homeroom.standalone;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody can guess. */
final class Passwords {
    private static final int BYTES = 12;

    private Passwords() {}

    static String madeUp() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
