package dev.homeroom.archiver.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name to sign in with: letters, digits and {@code . _ - @} of any script. Case does not tell two apart. */
public record Username(String value) {
    static final int MAX_LENGTH = 64;

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{M}\\p{N}._@-]{1," + MAX_LENGTH + "}");

    /** @throws IllegalArgumentException if it has another form */
    public Username {
        value = Normalizer.normalize(value, Normalizer.Form.NFC);
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a username");
        }
    }

    public static boolean isValid(String text) {
        return FORM.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).matches();
    }

    /** The form in which usernames are compared. */
    String key() {
        return keyOf(value);
    }

    /** The key of whatever somebody typed when signing in. */
    public static String keyOf(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
