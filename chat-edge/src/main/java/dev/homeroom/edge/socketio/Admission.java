package dev.homeroom.edge.socketio;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The answer to a CONNECT. */
public sealed interface Admission {
    /**
     * The client is in.
     *
     * @param listener makes the listener of the new socket; called once, before the answer is on its way. What it emits
     *     follows the answer. Nothing is received before it returns; it must not block
     */
    record Admitted(Function<Socket, SocketListener> listener) implements Admission {}

    /**
     * The client is not in; it gets a CONNECT_ERROR and may try again on the same connection.
     *
     * @param message what the client's {@code connect_error} has as its message
     * @param data what it has as its data
     */
    record Refused(String message, @Nullable JsonNode data) implements Admission {}
}
