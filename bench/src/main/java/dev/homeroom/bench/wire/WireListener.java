package dev.homeroom.bench.wire;

/** What happens on one connection. Called on its loop's thread, in the order of the wire; must not block. */
public interface WireListener {
    /** The WebSocket stands. */
    void opened(Wire wire);

    /** A text message; its bytes are only there during the call. */
    void text(byte[] bytes, int from, int to);

    /** The connection has ended, or never came to be. The last call. */
    void closed(String reason);
}
