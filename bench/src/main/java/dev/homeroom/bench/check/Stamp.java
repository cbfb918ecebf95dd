package dev.homeroom.bench.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.bench.socketio.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What each message carries in its text, so that every delivery can be checked and timed by itself.
 *
 * @param room number of the room
 * @param sequence number of the message in its room, from 0
 * @param dueNanos when it was due
 */
public record Stamp(int room, int sequence, long dueNanos) {
    /** Stands around the numbers. No id, time or cursor has it. */
    private static final char MARK = '~';

    private static final String FILLING =
            " Photosynthesis turns light, water and carbon dioxide into sugar and oxygen;";

    /** The text of a message, filled up to so many characters. */
    public String text(int length) {
        StringBuilder text = new StringBuilder(length)
                .append(MARK)
                .append(room)
                .append(MARK)
                .append(sequence)
                .append(MARK)
                .append(dueNanos)
                .append(MARK);
        while (text.length() < length) {
            text.append(FILLING, 0, Math.min(FILLING.length(), length - text.length()));
        }
        return endedByLetter(text);
    }

    /** White space at the end of a message is not kept. */
    private static String endedByLetter(StringBuilder text) {
        int last = text.length() - 1;
        if (text.charAt(last) == ' ') {
            text.setCharAt(last, '.');
        }
        return text.toString();
    }

    /** Finds a stamp in a message; null if it has none. */
    public static @Nullable Stamp find(byte[] bytes, int from, int to) {
        int first = Bytes.indexOf(MARK, bytes, from, to);
        int second = Bytes.indexOf(MARK, bytes, first + 1, to);
        int third = Bytes.indexOf(MARK, bytes, second + 1, to);
        int fourth = Bytes.indexOf(MARK, bytes, third + 1, to);
        if (fourth >= to) {
            return null;
        }
        long room = Bytes.number(bytes, first + 1, second);
        long sequence = Bytes.number(bytes, second + 1, third);
        long due = Bytes.number(bytes, third + 1, fourth);
        return room < 0 || sequence < 0 || due < 0 ? null : new Stamp((int) room, (int) sequence, due);
    }

    public static @Nullable Stamp find(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return find(bytes, 0, bytes.length);
    }
}
