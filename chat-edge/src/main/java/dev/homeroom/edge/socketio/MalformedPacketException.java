package dev.homeroom.edge.socketio;

/** The client sent what is no packet. Without a stack trace, since clients can make any number of them. */
final class MalformedPacketException extends RuntimeException {
    MalformedPacketException(String message) {
        super(message, null, false, false);
    }
}
