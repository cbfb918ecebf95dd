package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;

/**
 * The client sent what is no packet, or one that passes a limit. Without a stack trace, since clients can make any number of
 * them.
 */
final class MalformedPacketException extends RuntimeException {
    private final CloseReason reason;

    MalformedPacketException(String message) {
        this(message, CloseReason.MALFORMED);
    }

    private MalformedPacketException(String message, CloseReason reason) {
        super(message, null, false, false);
        this.reason = reason;
    }

    static MalformedPacketException tooLarge(String message) {
        return new MalformedPacketException(message, CloseReason.TOO_LARGE);
    }

    /** What the connection is to be closed with. */
    CloseReason reason() {
        return reason;
    }
}
