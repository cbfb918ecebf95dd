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

    /**
     * An event for sockets of the main namespace whose sessions can be recovered: its last argument is a token, which the
     * client brings along when it claims the session, and which tells what it has received.
     *
     * @param token of letters, digits, dashes and underscores
     * @throws IllegalArgumentException if the name is reserved, or if there is something binary among the arguments
     */
    public static TokenedEvent tokened(String name, String token, JsonNode... arguments) {
        EncodedPacket without = event(name, arguments);
        if (without.messages.length > 1) {
            throw new IllegalArgumentException("events with attachments carry no token");
        }
        return new TokenedEvent(without, token);
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

    static EncodedPacket connect(String namespace, SocketId id, @Nullable String privateId) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("sid", id.value());
        if (privateId != null) {
            data.put("pid", privateId);
        }
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

    /** The same text with its last bytes replaced. */
    EncodedPacket withEnd(int replacedBytes, String ascii) {
        return new EncodedPacket(namespace, new EncodedMessage[] {messages[0].withEnd(replacedBytes, ascii)});
    }

    int size() {
        int size = 0;
        for (EncodedMessage message : messages) {
            size += message.size();
        }
        return size;
    }

    String namespace() {
        return namespace;
    }

    EncodedMessage[] messages() {
        return messages;
    }
}
