package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.fanout.Announcement;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the room log's events into the words of both dialects. */
@Component
final class Words implements Announcer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** What an event's other fields take, with its shared token and without. */
    private static final int ENCODED_BYTES = 1_000;

    private final People people;

    Words(People people) {
        this.people = people;
    }

    @Override
    public Announcement announce(RoomEvent event, Position position, Supplier<Collection<Author>> present) {
        String token = new Cursor(position).text();
        return new LazyAnnouncement(
                () -> sizeOf(event, present),
                () -> inRoomDialect(event, token, present),
                () -> inPlainDialect(event, token));
    }

    /** What somebody typed, and its encoded form twice; or everybody whom the event lists, twice. */
    private int sizeOf(RoomEvent event, Supplier<Collection<Author>> present) {
        return switch (event) {
            case RoomEvent.MessagePosted posted -> {
                String text = posted.text().value();
                yield ENCODED_BYTES + 2 * text.length() + 2 * utf8Length(text);
            }
            case RoomEvent.Entered _, RoomEvent.Left _ ->
                ENCODED_BYTES + 2 * people.sizeOf(event.room(), present.get());
            case RoomEvent.MessageRemoved _ -> ENCODED_BYTES;
        };
    }

    private TokenedEvent inRoomDialect(RoomEvent event, String token, Supplier<Collection<Author>> present) {
        return switch (event) {
            case RoomEvent.MessagePosted posted -> tokened("new_message", message(posted, token), token);
            case RoomEvent.Entered entered ->
                tokened("user_joined", presenceChange(entered, token, present.get()), token);
            case RoomEvent.Left left -> tokened("user_left", presenceChange(left, token, present.get()), token);
            case RoomEvent.MessageRemoved removed -> tokened("message_removed", removal(removed, token), token);
        };
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private @Nullable TokenedEvent inPlainDialect(RoomEvent event, String token) {
        return switch (event) {
            case RoomEvent.MessagePosted posted -> plain(nameOf(event) + ": " + posted.text(), token);
            case RoomEvent.Entered _ -> plain(nameOf(event) + " has entered the room " + titleOf(event) + ".", token);
            case RoomEvent.Left _ -> plain(nameOf(event) + " has left the room " + titleOf(event) + ".", token);
            case RoomEvent.MessageRemoved _ -> null;
        };
    }

    private static TokenedEvent plain(String text, String token) {
        return tokened("message", JSON.stringNode(text), token);
    }

    private static TokenedEvent tokened(String name, JsonNode argument, String token) {
        return EncodedPacket.tokened(name, token, argument);
    }

    /** A string that is no event of the log. What it ends with keeps clients from taking the text for a token. */
    static EncodedPacket notice(String text) {
        return EncodedPacket.event("message", JSON.stringNode(text), JSON.nullNode());
    }

    private ObjectNode message(RoomEvent.MessagePosted posted, String cursor) {
        ObjectNode json = JSON.objectNode();
        json.put("id", posted.id().toString());
        json.put("room", posted.room().toString());
        json.put("user_id", posted.author().account().toString());
        json.put("username", nameOf(posted));
        json.put("message", posted.text().value());
        json.put("sent_at", posted.sentAt().toString());
        if (posted.clientId() != null) {
            json.put("client_id", posted.clientId().toString());
        }
        json.put("cursor", cursor);
        return json;
    }

    private ObjectNode presenceChange(RoomEvent event, String cursor, Collection<Author> present) {
        ObjectNode json = JSON.objectNode();
        json.put("room_id", event.room().toString());
        people.writeTo(json, event.room(), present);
        json.put("user", nameOf(event));
        json.put("user_id", event.author().account().toString());
        json.put("role", people.roleOf(event.room(), event.author()));
        json.put("sent_at", event.sentAt().toString());
        json.put("cursor", cursor);
        return json;
    }

    private static ObjectNode removal(RoomEvent.MessageRemoved removed, String cursor) {
        ObjectNode json = JSON.objectNode();
        json.put("id", removed.removed().toString());
        json.put("room", removed.room().toString());
        json.put("cursor", cursor);
        return json;
    }

    private String nameOf(RoomEvent event) {
        return people.nameOf(event.room(), event.author());
    }

    private String titleOf(RoomEvent event) {
        GuestRoom guestRoom = event.guestRoom();
        return guestRoom == null ? people.titleOf(event.room()) : guestRoom.title();
    }
}
