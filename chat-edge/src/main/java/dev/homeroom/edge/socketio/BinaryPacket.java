package dev.homeroom.edge.socketio;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A packet whose attachments are still coming, each of which goes where its placeholder stands. */
final class BinaryPacket {
    static final String PLACEHOLDER = "_placeholder";
    static final String NUMBER = "num";

    private final PacketType type;
    private final String namespace;
    private final @Nullable Long id;
    private final @Nullable JsonNode data;
    private final int expected;
    private final List<byte[]> attachments;
    private int bytes;

    BinaryPacket(PacketType type, String namespace, @Nullable Long id, @Nullable JsonNode data, int expected) {
        this.type = type;
        this.namespace = namespace;
        this.id = id;
        this.data = data;
        this.expected = expected;
        this.attachments = new ArrayList<>(expected);
    }

    PacketType type() {
        return type;
    }

    String namespace() {
        return namespace;
    }

    @Nullable
    Long id() {
        return id;
    }

    /** @return whether that was the last one */
    boolean add(byte[] attachment, int maxBytes) {
        bytes += attachment.length;
        if (bytes > maxBytes) {
            throw MalformedPacketException.tooLarge("attachments that are too large together");
        }
        attachments.add(attachment);
        return attachments.size() == expected;
    }

    @Nullable
    JsonNode dataWithAttachments() {
        return data == null ? null : replaced(data);
    }

    private JsonNode replaced(JsonNode node) {
        return switch (node) {
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, replaced(array.get(i)));
                }
                yield array;
            }
            case ObjectNode object
            when BooleanNode.TRUE.equals(object.get(PLACEHOLDER)) -> attachment(object.path(NUMBER));
            case ObjectNode object -> {
                object.properties().forEach(field -> field.setValue(replaced(field.getValue())));
                yield object;
            }
            default -> node;
        };
    }

    private JsonNode attachment(JsonNode number) {
        if (!number.isInt() || number.intValue() < 0 || number.intValue() >= attachments.size()) {
            throw new MalformedPacketException("a placeholder of no attachment");
        }
        return JsonNodeFactory.instance.binaryNode(attachments.get(number.intValue()));
    }
}
