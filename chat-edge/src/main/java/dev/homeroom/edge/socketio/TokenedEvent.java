package dev.homeroom.edge.socketio;

import org.jspecify.annotations.Nullable;

/**
 * An event as the sessions of many clients are told it: with the token that most of them share, with one of a session's own, or
 * without. The first is encoded once; the others take its bytes. Thread-safe.
 */
public final class TokenedEvent {
    private static final String CLOSING = "]";

    private final EncodedPacket shared;
    private final int endLength;
    private volatile @Nullable EncodedPacket without;

    TokenedEvent(EncodedPacket without, String token) {
        String end = endOf(token);
        this.endLength = end.length();
        this.shared = without.withEnd(CLOSING.length(), end);
    }

    /** With the token that it was made with. */
    public EncodedPacket withSharedToken() {
        return shared;
    }

    /** How many bytes it takes on the wire with its shared token. */
    public int size() {
        return shared.size();
    }

    /** With another token, of letters, digits, dashes and underscores. */
    public EncodedPacket withToken(String token) {
        return shared.withEnd(endLength, endOf(token));
    }

    /** For clients whose sessions cannot be recovered, or that are told of it out of order. */
    public EncodedPacket withoutToken() {
        EncodedPacket known = without;
        if (known == null) {
            known = shared.withEnd(endLength, CLOSING);
            without = known; // two threads may both make it; they make the same
        }
        return known;
    }

    private static String endOf(String token) {
        return ",\"" + token + "\"" + CLOSING;
    }
}
