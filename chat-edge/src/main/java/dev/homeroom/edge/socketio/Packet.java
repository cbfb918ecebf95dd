package dev.homeroom.edge.socketio;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A packet from a client, whole and checked. */
sealed interface Packet {
    String namespace();

    record Connect(String namespace, JsonNode auth) implements Packet {}

    record Disconnect(String namespace) implements Packet {}

    /** @param ack the id that the client wants the answer under, if it wants one */
    record Event(String namespace, @Nullable Long ack, String name, List<JsonNode> arguments) implements Packet {}

    record Ack(String namespace, long id, List<JsonNode> arguments) implements Packet {}
}
