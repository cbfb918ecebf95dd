package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answer to a CONNECT. */
public sealed interface Admission {
    /**
     * The client is in.
     *
     * @param id the socket's public id: a new one, or the one that the client had before
     * @param privateId the secret by which the client can claim this session again after a lost connection; null where it
     *     cannot
     * @param listener makes the listener of the new socket; called once, when the answer has been queued. What it emits
     *     follows the answer. Nothing is received before it returns; it must not block
     * @param unused called instead, if the client has gone meanwhile
     */
    record Admitted(SocketId id, @Nullable String privateId, Function<Socket, SocketListener> listener, Runnable unused)
            implements Admission {
        /** A new session, which ends with its connection. */
        public Admitted(Function<Socket, SocketListener> listener) {
            this(SocketId.random(), null, listener, () -> {});
        }

        /** The same session with another listener. */
        public Admitted listeningBy(Function<Socket, SocketListener> other) {
            return new Admitted(id, privateId, other, unused);
        }
    }

    /**
     * The client is not in; it gets a CONNECT_ERROR and may try again on the same connection.
     *
     * @param message what the client's {@code connect_error} has as its message
     * @param data what it has as its data
     */
    record Refused(String message, @Nullable JsonNode data) implements Admission {}

    /**
     * Nothing can be said yet: the connection is closed with {@link CloseReason#NOT_READY}. The standard clients stay away for
     * good after a refusal, and come back by themselves after a close.
     */
    record NotYet() implements Admission {}
}
