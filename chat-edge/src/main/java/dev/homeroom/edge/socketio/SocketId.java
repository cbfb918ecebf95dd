package dev.homeroom.edge.socketio;

import java.security.SecureRandom;
import java.util.Base64;

/** The public id of a socket: unguessable, kept when a session is recovered, and not the Engine.IO session's id, which
 * is a secret. */
public record SocketId(String value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 15;

    public static SocketId random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new SocketId(Base64.getUrlEncoder().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
