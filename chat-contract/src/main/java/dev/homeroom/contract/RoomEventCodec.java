package dev.homeroom.contract;

import dev.homeroom.contract.RoomEvent.Entered;
import dev.homeroom.contract.RoomEvent.Left;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEvent.MessageRemoved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@link RoomEvent}s to and from the JSON of {@code room-event.schema.json}. Unknown fields are passed over, since later
 * versions add some.
 */
public final class RoomEventCodec {
    private static final String POSTED = "posted";
    private static final String ENTERED = "entered";
    private static final String LEFT = "left";
    private static final String REMOVED = "removed";

    private RoomEventCodec() {}

    public static byte[] encode(RoomEvent event) {
        ObjectNode json = JsonRecord.create();
        json.put("type", typeOf(event));
        json.put("id", event.id().toString());
        json.put("room", event.room().toString());
        AuthorCodec.write(json, event.author());
        json.put("sent_at", event.sentAt().toString());
        if (event.guestRoom() != null) {
            json.put("guest_room", event.guestRoom().title());
        }
        writeRest(json, event);
        return JsonRecord.encode(json);
    }

    public static Decoded<RoomEvent> decode(byte @Nullable [] value) {
        return JsonRecord.decode(value, RoomEventCodec::read);
    }

    /** The event's type as it stands in the record and in the CloudEvents header. */
    public static String typeOf(RoomEvent event) {
        return switch (event) {
            case MessagePosted _ -> POSTED;
            case Entered _ -> ENTERED;
            case Left _ -> LEFT;
            case MessageRemoved _ -> REMOVED;
        };
    }

    private static void writeRest(ObjectNode json, RoomEvent event) {
        switch (event) {
            case MessagePosted posted -> {
                json.put("text", posted.text().value());
                if (posted.clientId() != null) {
                    json.put("client_id", posted.clientId().toString());
                }
            }
            case Entered entered -> writeChange(json, entered.change());
            case Left left -> writeChange(json, left.change());
            case MessageRemoved removed -> json.put("removed", removed.removed().toString());
        }
    }

    private static void writeChange(ObjectNode json, PresenceChange change) {
        json.put("edge", change.edge().value()).put("sequence", change.sequence());
    }

    private static Decoded<RoomEvent> read(JsonRecord json) {
        String type = json.text("type");
        return switch (type) {
            case POSTED -> new Decoded.Valid<>(readPosted(json));
            case ENTERED, LEFT -> new Decoded.Valid<>(readPresence(json, type));
            case REMOVED -> new Decoded.Valid<>(readRemoved(json));
            default -> new Decoded.UnknownType<>(type);
        };
    }

    private static MessagePosted readPosted(JsonRecord json) {
        return new MessagePosted(
                id(json),
                room(json),
                AuthorCodec.read(json),
                sentAt(json),
                guestRoom(json),
                json.value("text", MessageText::new),
                json.optionalUuid("client_id"));
    }

    private static RoomEvent readPresence(JsonRecord json, String type) {
        PresenceChange change = new PresenceChange(json.value("edge", EdgeId::new), json.number("sequence"));
        Author author = AuthorCodec.read(json);
        return type.equals(ENTERED)
                ? new Entered(id(json), room(json), author, sentAt(json), guestRoom(json), change)
                : new Left(id(json), room(json), author, sentAt(json), guestRoom(json), change);
    }

    private static MessageRemoved readRemoved(JsonRecord json) {
        return new MessageRemoved(
                id(json),
                room(json),
                AuthorCodec.read(json),
                sentAt(json),
                guestRoom(json),
                new MessageId(json.uuid("removed")));
    }

    private static MessageId id(JsonRecord json) {
        return new MessageId(json.uuid("id"));
    }

    private static RoomId room(JsonRecord json) {
        return new RoomId(json.uuid("room"));
    }

    private static Instant sentAt(JsonRecord json) {
        return json.instant("sent_at");
    }

    private static @Nullable GuestRoom guestRoom(JsonRecord json) {
        String title = json.optionalText("guest_room");
        return title == null ? null : new GuestRoom(title);
    }
}
