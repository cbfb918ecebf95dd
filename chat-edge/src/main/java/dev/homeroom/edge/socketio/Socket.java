package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * One client's connection to one namespace. All methods may be called from any thread and never block. After the end of the
 * socket they do nothing.
 */
public interface Socket {
    SocketId id();

    /**
     * Queues a packet. The order of the calls is the order on the wire. It is written at the next {@link #flush}, or earlier
     * together with others. A queue that passes its limit ends the connection with {@link CloseReason#SLOW_CONSUMER}.
     *
     * @throws IllegalArgumentException if the packet was encoded for another namespace
     */
    void emit(EncodedPacket packet);

    /** Done when the client has received all that was emitted before; on an I/O thread. It may never be. */
    CompletionStage<Void> roundTrip();

    /** Whether so much is queued, a quarter of the limit, that whoever can wait with more should. */
    boolean isBehind();

    /** Writes what is queued, in as few writes as the transport allows; while a write is under way, when it completes. */
    void flush();

    /**
     * Emits an event to this client alone, flushes, and waits for the client's answer.
     *
     * @return the answer's arguments; fails with a {@link java.util.concurrent.TimeoutException} after the timeout, and with
     *     a {@link java.util.concurrent.CancellationException} at the end of the socket
     */
    CompletionStage<List<JsonNode>> ask(Duration timeout, String event, JsonNode... arguments);

    /**
     * What all sockets of this connection have in common, those that come later among them: made when it is first asked for. To
     * be asked for while the listener is made.
     */
    <T> T shared(Class<T> type, Supplier<T> maker);

    /** Runs a task between two calls of the listener, after a while, also when the socket has ended meanwhile. */
    Timeout after(Duration delay, Runnable task);

    /**
     * Ends this socket with a DISCONNECT, behind all that was emitted before; the connection stays. The standard client
     * reports "io server disconnect" and does not come back by itself. The listener gets {@link CloseReason#SERVER_CLOSED}.
     */
    void disconnect();

    /**
     * Ends the whole connection, behind all that was emitted before, with all its sockets. The standard client reports a
     * transport close and comes back.
     */
    void close(CloseReason reason);
}
