package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.fanout.Announcement;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.socketio.EncodedPacket;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts the room log's events into the words of both dialects. */
@Component
final class Words implements Announcer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final People people;

    Words(People people) {
        this.people = people;
    }

    @Override
    public Announcement announce(RoomEvent event, Position position, Collection<Author> present) {
        return new LazyAnnouncement(() -> inRoomDialect(event, position, present), () -> inPlainDialect(event));
    }

    private EncodedPacket inRoomDialect(RoomEvent event, Position position, Collection<Author> present) {
        return switch (event) {
            case RoomEvent.MessagePosted posted -> EncodedPacket.event("new_message", message(posted, position));
            case RoomEvent.Entered entered ->
                EncodedPacket.event("user_joined", presenceChange(entered, position, present));
            case RoomEvent.Left left -> EncodedPacket.event("user_left", presenceChange(left, position, present));
            case RoomEvent.MessageRemoved removed -> EncodedPacket.event("message_removed", removal(removed, position));
        };
    }

    private @Nullable EncodedPacket inPlainDialect(RoomEvent event) {
        return switch (event) {
            case RoomEvent.MessagePosted posted -> plain(nameOf(event) + ": " + posted.text());
            case RoomEvent.Entered _ -> plain(nameOf(event) + " has entered the room " + titleOf(event) + ".");
            case RoomEvent.Left _ -> plain(nameOf(event) + " has left the room " + titleOf(event) + ".");
            case RoomEvent.MessageRemoved _ -> null;
        };
    }

    static EncodedPacket plain(String text) {
        return EncodedPacket.event("message", JSON.stringNode(text));
    }

    private ObjectNode message(RoomEvent.MessagePosted posted, Position position) {
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
        json.put("cursor", new Cursor(position).text());
        return json;
    }

    private ObjectNode presenceChange(RoomEvent event, Position position, Collection<Author> present) {
        ObjectNode json = JSON.objectNode();
        json.put("room_id", event.room().toString());
        people.writeTo(json, event.room(), present);
        json.put("user", nameOf(event));
        json.put("user_id", event.author().account().toString());
        json.put("sent_at", event.sentAt().toString());
        json.put("cursor", new Cursor(position).text());
        return json;
    }

    private static ObjectNode removal(RoomEvent.MessageRemoved removed, Position position) {
        ObjectNode json = JSON.objectNode();
        json.put("id", removed.removed().toString());
        json.put("room", removed.room().toString());
        json.put("cursor", new Cursor(position).text());
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
