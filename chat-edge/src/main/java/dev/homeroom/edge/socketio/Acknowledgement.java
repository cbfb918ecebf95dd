package dev.homeroom.edge.socketio;

import tools.jackson.databind.JsonNode;

/** The answer that a client asked for with an event. */
@FunctionalInterface
public interface Acknowledgement {
    /**
     * Sends the answer, at once, behind all that was emitted before. From any thread; calls after the first, and after the
     * socket's end, do nothing.
     */
    void send(JsonNode... arguments);
}
