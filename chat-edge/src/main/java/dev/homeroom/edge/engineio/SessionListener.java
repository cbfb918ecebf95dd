package dev.homeroom.edge.engineio;

/** What the layer above hears from one session. The calls come one at a time, in order, and must not block. */
public interface SessionListener {
    /** A text message. */
    void text(String message);

    /** A binary message; the array is the listener's own. */
    void binary(byte[] message);

    /** The session has ended; called exactly once, after the last message. */
    void closed(CloseReason reason);
}
