package dev.homeroom.edge.socketio;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BinaryNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes the binary nodes out of what is to be sent and leaves placeholders. */
final class Attachments {
    private Attachments() {}

    /** @return the same node where there is nothing binary in it, and otherwise a copy: callers may share what they send */
    static JsonNode extract(JsonNode node, List<byte[]> found) {
        return hasBinary(node) ? replaced(node, found) : node;
    }

    private static boolean hasBinary(JsonNode node) {
        if (node.isContainer()) {
            for (JsonNode child : node.values()) {
                if (hasBinary(child)) {
                    return true;
                }
            }
        }
        return node instanceof BinaryNode;
    }

    private static JsonNode replaced(JsonNode node, List<byte[]> found) {
        return switch (node) {
            case BinaryNode binary -> {
                found.add(binary.binaryValue());
                yield placeholder(found.size() - 1);
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.values().forEach(child -> copy.add(replaced(child, found)));
                yield copy;
            }
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    copy.set(field.getKey(), replaced(field.getValue(), found));
                }
                yield copy;
            }
            default -> node;
        };
    }

    private static ObjectNode placeholder(int number) {
        return JsonNodeFactory.instance
                .objectNode()
                .put(BinaryPacket.PLACEHOLDER, true)
                .put(BinaryPacket.NUMBER, number);
    }
}
