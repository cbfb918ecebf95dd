package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.EncodedMessage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A packet whose bytes are made once and shared by all sockets that it goes to, over every transport: the text, and behind it
 * the binary attachments if there are any.
 */
public final class EncodedPacket {
    private static final String MAIN = "/";

    private final String namespace;
    private final EncodedMessage[] messages;

    private EncodedPacket(String namespace, EncodedMessage[] messages) {
        this.namespace = namespace;
        this.messages = messages;
    }

    /**
     * An event for sockets of the main namespace. Binary nodes among the arguments, at any depth, travel as attachments.
     *
     * @throws IllegalArgumentException if the name is reserved by the protocol
     */
    public static EncodedPacket event(String name, JsonNode... arguments) {
        return eventIn(MAIN, name, arguments);
    }

    /** An event for sockets of a certain namespace. */
    public static EncodedPacket eventIn(String namespace, String name, JsonNode... arguments) {
        return event(namespace, null, name, arguments);
    }

    static EncodedPacket event(String namespace, @Nullable Long id, String name, JsonNode... arguments) {
        if (PacketParser.isReserved(name)) {
            throw new IllegalArgumentException("reserved by the protocol: " + name);
        }
        ArrayNode data =
                JsonNodeFactory.instance.arrayNode(1 + arguments.length).add(name);
        return encode(namespace, PacketType.EVENT, id, data.addAll(List.of(arguments)));
    }

    static EncodedPacket ack(String namespace, long id, JsonNode... arguments) {
        ArrayNode data = JsonNodeFactory.instance.arrayNode(arguments.length);
        return encode(namespace, PacketType.ACK, id, data.addAll(List.of(arguments)));
    }

    static EncodedPacket connect(String namespace, SocketId id) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("sid", id.value());
        return text(namespace, PacketType.CONNECT, data);
    }

    static EncodedPacket connectError(String namespace, String message, @Nullable JsonNode data) {
        ObjectNode error = JsonNodeFactory.instance.objectNode().put("message", message);
        if (data != null) {
            error.set("data", data);
        }
        return text(namespace, PacketType.CONNECT_ERROR, error);
    }

    static EncodedPacket disconnect(String namespace) {
        return text(namespace, PacketType.DISCONNECT, null);
    }

    private static EncodedPacket encode(String namespace, PacketType type, @Nullable Long id, ArrayNode data) {
        List<byte[]> attachments = new ArrayList<>(0);
        JsonNode extracted = Attachments.extract(data, attachments);
        StringBuilder text = new StringBuilder();
        if (attachments.isEmpty()) {
            text.append(type.digit());
        } else {
            PacketType binary = type == PacketType.EVENT ? PacketType.BINARY_EVENT : PacketType.BINARY_ACK;
            text.append(binary.digit()).append(attachments.size()).append('-');
        }
        appendNamespace(text, namespace);
        if (id != null) {
            text.append(id.longValue());
        }
        text.append(Json.write(extracted));
        return new EncodedPacket(namespace, messages(text, attachments));
    }

    private static EncodedMessage[] messages(StringBuilder text, List<byte[]> attachments) {
        EncodedMessage[] messages = new EncodedMessage[1 + attachments.size()];
        messages[0] = EncodedMessage.text(text.toString());
        for (int i = 0; i < attachments.size(); i++) {
            messages[i + 1] = EncodedMessage.binary(attachments.get(i));
        }
        return messages;
    }

    private static EncodedPacket text(String namespace, PacketType type, @Nullable JsonNode data) {
        StringBuilder text = new StringBuilder().append(type.digit());
        appendNamespace(text, namespace);
        if (data != null) {
            text.append(Json.write(data));
        }
        return new EncodedPacket(namespace, messages(text, List.of()));
    }

    private static void appendNamespace(StringBuilder text, String namespace) {
        if (!namespace.equals(MAIN)) {
            text.append(namespace).append(',');
        }
    }

    String namespace() {
        return namespace;
    }

    EncodedMessage[] messages() {
        return messages;
    }
}
