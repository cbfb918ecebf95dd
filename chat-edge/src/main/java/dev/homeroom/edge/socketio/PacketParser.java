package dev.homeroom.edge.socketio;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads the packets of one connection (Socket.IO protocol 5, "Packet encoding"): type, number of attachments, namespace, id of
 * the acknowledgement, JSON. A packet with attachments is whole when they have all come.
 *
 * <p>It trusts nothing: what a conforming client would not send is a {@link MalformedPacketException}.
 */
final class PacketParser {
    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");
    private static final int MOST_DIGITS = 15;

    private final SocketIoSettings settings;
    private final Json json;
    private @Nullable BinaryPacket incomplete;

    PacketParser(SocketIoSettings settings, Json json) {
        this.settings = settings;
        this.json = json;
    }

    static boolean isReserved(String event) {
        return RESERVED.contains(event);
    }

    /** @return null if attachments are still to come */
    @Nullable
    Packet text(String text) {
        if (incomplete != null) {
            throw new MalformedPacketException("text where an attachment has to come");
        }
        PacketText rest = new PacketText(text);
        PacketType type = PacketType.of(rest.next());
        int attachments = type.hasAttachments() ? attachments(rest) : 0;
        String namespace = rest.namespace();
        Long id = rest.digits(MOST_DIGITS);
        JsonNode data = rest.isAtEnd() ? null : json.read(rest.remaining());
        if (attachments > 0) {
            incomplete = new BinaryPacket(type, namespace, id, data, attachments);
            return null;
        }
        return packet(type, namespace, id, data);
    }

    /** @return null if more attachments are still to come */
    @Nullable
    Packet binary(byte[] attachment) {
        BinaryPacket binary = incomplete;
        if (binary == null) {
            throw new MalformedPacketException("an attachment that belongs to no packet");
        }
        if (!binary.add(attachment, settings.maxAttachmentBytes())) {
            return null;
        }
        incomplete = null;
        return packet(binary.type(), binary.namespace(), binary.id(), binary.dataWithAttachments());
    }

    private int attachments(PacketText rest) {
        Long count = rest.digits(MOST_DIGITS);
        if (count == null || rest.next() != '-') {
            throw new MalformedPacketException("no number of attachments");
        }
        if (count > settings.maxAttachments()) {
            throw MalformedPacketException.tooLarge("too many attachments");
        }
        return count.intValue();
    }

    static Packet packet(PacketType type, String namespace, @Nullable Long id, @Nullable JsonNode data) {
        return switch (type) {
            case CONNECT -> connect(namespace, id, data);
            case DISCONNECT -> disconnect(namespace, id, data);
            case EVENT, BINARY_EVENT -> event(namespace, id, array(data));
            case ACK, BINARY_ACK -> ack(namespace, id, array(data));
            case CONNECT_ERROR -> throw new MalformedPacketException("only servers refuse");
        };
    }

    private static Packet connect(String namespace, @Nullable Long id, @Nullable JsonNode data) {
        if (id != null || (data != null && !data.isObject())) {
            throw new MalformedPacketException("no CONNECT");
        }
        return new Packet.Connect(namespace, data == null ? JsonNodeFactory.instance.objectNode() : data);
    }

    private static Packet disconnect(String namespace, @Nullable Long id, @Nullable JsonNode data) {
        if (id != null || data != null) {
            throw new MalformedPacketException("no DISCONNECT");
        }
        return new Packet.Disconnect(namespace);
    }

    private static Packet event(String namespace, @Nullable Long id, List<JsonNode> array) {
        String name = array.isEmpty() ? null : nameIn(array.getFirst());
        if (name == null) {
            throw new MalformedPacketException("an event without a name");
        }
        if (isReserved(name)) {
            throw new MalformedPacketException("a reserved event");
        }
        return new Packet.Event(namespace, id, name, array.subList(1, array.size()));
    }

    /** A text, or a number, which the reference server takes for one. */
    private static @Nullable String nameIn(JsonNode first) {
        return first.isString() || first.isNumber() ? first.asString() : null;
    }

    private static Packet ack(String namespace, @Nullable Long id, List<JsonNode> array) {
        if (id == null) {
            throw new MalformedPacketException("an acknowledgement of nothing");
        }
        return new Packet.Ack(namespace, id, array);
    }

    private static List<JsonNode> array(@Nullable JsonNode data) {
        if (data == null || !data.isArray()) {
            throw new MalformedPacketException("no list of arguments");
        }
        return List.copyOf(data.values());
    }
}
