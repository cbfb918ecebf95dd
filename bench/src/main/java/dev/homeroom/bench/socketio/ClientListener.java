package dev.homeroom.bench.socketio;

/** What a client hears. Called on its loop's thread, in the order of the wire; bytes are only there during the call. */
public interface ClientListener {
    /** The server has let the client in. */
    void admitted(Client client, SessionIds ids);

    /** An acknowledgement: a JSON array. */
    void acknowledged(long id, byte[] bytes, int from, int to);

    /** An event: a JSON array that begins with its name. */
    void event(byte[] bytes, int from, int to);

    /** The connection has ended, or the client was not let in. The last call. */
    void closed(String reason);
}
