package dev.homeroom.edge.socketio;

import org.jspecify.annotations.Nullable;

/** The text of a packet, read from the front. */
final class PacketText {
    private static final String MAIN = "/";

    private final String text;
    private int position;

    PacketText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return position >= text.length();
    }

    char next() {
        if (isAtEnd()) {
            throw new MalformedPacketException("a packet breaks off");
        }
        return text.charAt(position++);
    }

    /** The namespace up to its comma, or to the end; the main one if none is given. */
    String namespace() {
        if (isAtEnd() || text.charAt(position) != '/') {
            return MAIN;
        }
        int comma = text.indexOf(',', position);
        int end = comma < 0 ? text.length() : comma;
        String namespace = text.substring(position, end);
        position = comma < 0 ? end : end + 1;
        return namespace;
    }

    /** A number, or null if there is none here. */
    @Nullable
    Long digits(int most) {
        int start = position;
        while (!isAtEnd() && isDigit(text.charAt(position))) {
            position++;
        }
        if (position - start > most) {
            throw new MalformedPacketException("a number that is too long");
        }
        return position == start ? null : Long.valueOf(text.substring(start, position));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    String remaining() {
        return text.substring(position);
    }
}
