package dev.homeroom.edge.engineio;

import org.jspecify.annotations.Nullable;

/** How a session's bytes reach the client. */
sealed interface Transport permits PollingTransport, WebSocketTransport {
    String name();

    /** Whether it could write now. Called with the outbox locked. */
    boolean isReady();

    /**
     * Writes what is in the outbox, until {@link Outbox#hasMore} says that there is no more, or the client does not take more
     * for now. Called by one thread at a time.
     */
    void drain(Outbox outbox);

    /** What goes last, behind all that is queued, when the session ends. */
    @Nullable
    EncodedMessage farewell(CloseReason reason);

    /** All is written: ends in the transport's own way. */
    void finish(CloseReason reason);

    /** Ends at once. */
    void abort();
}
