package dev.homeroom.bench.socketio;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/** Looks for ASCII texts in a message without decoding it. */
public final class Bytes {
    private Bytes() {}

    public static byte[] of(String text) {
        return text.getBytes(US_ASCII);
    }

    /** Whether {@code wanted} stands at {@code from}. */
    public static boolean startsWith(byte[] wanted, byte[] bytes, int from, int to) {
        return to - from >= wanted.length && Arrays.equals(wanted, 0, wanted.length, bytes, from, from + wanted.length);
    }

    /** Where {@code wanted} begins; -1 if it is not there. */
    public static int indexOf(byte[] wanted, byte[] bytes, int from, int to) {
        for (int at = from; at <= to - wanted.length; at++) {
            if (bytes[at] == wanted[0] && startsWith(wanted, bytes, at, to)) {
                return at;
            }
        }
        return -1;
    }

    /** Where {@code wanted} stands next; {@code to} if nowhere. */
    public static int indexOf(char wanted, byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] != wanted) {
            at++;
        }
        return at;
    }

    /**
     * The number between two places.
     *
     * @return -1 if there is anything but digits, or nothing
     */
    public static long number(byte[] bytes, int from, int to) {
        long number = from < to ? 0 : -1;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
