package dev.homeroom.edge.engineio;

/**
 * Why a session, or a socket on it, ended: the one catalogue for both protocols.
 *
 * <p>Each reason says when it is given and whether the client should come back. On WebSocket it is also the close frame's
 * status code and text (RFC 6455, section 7.4), as far as a close frame can still be delivered.
 */
public enum CloseReason {
    /** The person left on purpose: a Socket.IO DISCONNECT. A page that is closed or reloaded sends none. */
    CLIENT_LEFT(1000, false),
    /** The client closed the connection: an Engine.IO close packet or a close frame. */
    CLIENT_CLOSED(1000, false),
    /** The connection broke without a word: a reset, the end of the stream, a request that could not be answered. */
    TRANSPORT_LOST(1006, true),
    /** The client did not answer a heartbeat in time. */
    PING_TIMEOUT(1001, true),
    /** Nothing that was needed to go on came in time after the opening: for Socket.IO, a CONNECT that was admitted. */
    CONNECT_TIMEOUT(1008, true),
    /** The client began a request or a message, and did not get to its end in time. */
    RECEIVE_TIMEOUT(1008, true),
    /** The client sent what the protocol does not allow: a bug or an attack, which coming back does not mend. */
    MALFORMED(1002, false),
    /** The client sent a text that is not UTF-8. */
    NOT_UTF8(1007, false),
    /** The client sent more than a limit allows: bytes, fragments, packets, attachments, namespaces, or depth of JSON. */
    TOO_LARGE(1009, false),
    /** The client had two polls, or two posts, under way at once. */
    OVERLAPPING_REQUESTS(1002, true),
    /**
     * The client reads too slowly: what waits to be sent to it passed the limit, and is dropped. It should come back and resume.
     * A WebSocket that reads on within the close timeout is told so, behind what is on its way; else it is cut.
     */
    SLOW_CONSUMER(1013, true),
    /** The application ended it, and the client should not come back by itself. */
    SERVER_CLOSED(1000, false),
    /** The application asks the client to connect again, for instance to be admitted anew. */
    RECONNECT(1012, true),
    /** The client goes on over another connection, which has taken its session with it. */
    TAKEN_OVER(1008, false),
    /** This server has only just been started, and cannot serve yet. */
    NOT_READY(1013, true),
    /** This server stops; others, or its successor, will take the client. */
    SHUTDOWN(1001, true),
    /** The application failed while it served this client. */
    INTERNAL_ERROR(1011, true);

    private final int webSocketCode;
    private final boolean comeBack;

    CloseReason(int webSocketCode, boolean comeBack) {
        this.webSocketCode = webSocketCode;
        this.comeBack = comeBack;
    }

    /** The status code of the close frame. */
    public int webSocketCode() {
        return webSocketCode;
    }

    /** Whether a client that is in order should connect again. */
    public boolean comeBack() {
        return comeBack;
    }

    /** Whether nothing more need reach the client: it is gone, or has broken the rules. */
    boolean isAbrupt() {
        return switch (this) {
            case CLIENT_LEFT,
                    CLIENT_CLOSED,
                    TRANSPORT_LOST,
                    PING_TIMEOUT,
                    RECEIVE_TIMEOUT,
                    MALFORMED,
                    NOT_UTF8,
                    TOO_LARGE,
                    OVERLAPPING_REQUESTS,
                    SLOW_CONSUMER,
                    TAKEN_OVER -> true;
            case CONNECT_TIMEOUT, SERVER_CLOSED, RECONNECT, NOT_READY, SHUTDOWN, INTERNAL_ERROR -> false;
        };
    }
}
