package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What an application hears from one socket. The calls come one at a time, on I/O threads, and must not block. */
public interface SocketListener {
    /**
     * The client emitted an event; in the order in which it did.
     *
     * @param event its name, never one of the protocol's reserved names
     * @param arguments what came with it; binary attachments are binary nodes
     * @param acknowledgement to answer with, where the client asked for one
     */
    void received(String event, List<JsonNode> arguments, @Nullable Acknowledgement acknowledgement);

    /** The socket has ended, for whatever reason; called exactly once, after the last {@link #received}. */
    void closed(CloseReason reason);
}
