package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.fanout.Announcement;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.fanout.News.Passing;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
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
    public Announcement announce(RoomEvent event, Position position) {
        String token = new Cursor(position).text();
        return switch (event) {
            case RoomEvent.MessagePosted posted ->
                new LazyAnnouncement(
                        () -> tokened("new_message", message(posted, token), token),
                        () -> plain(nameOf(posted) + ": " + posted.text(), token));
            case RoomEvent.MessageRemoved removed ->
                new LazyAnnouncement(() -> tokened("message_removed", removal(removed, token), token), () -> null);
            case RoomEvent.Entered _, RoomEvent.Left _ ->
                throw new IllegalArgumentException("whoever comes or goes may be one of many");
        };
    }

    @Override
    public Announcement announce(List<Passing> passings, Supplier<Collection<Author>> present) {
        Passages passages = new Passages(
                people,
                passings.stream()
                        .map(each -> Passage.at(each.position(), each.event()))
                        .toList());
        return new LazyAnnouncement(
                () -> tokened(passages.eventName(), passages.inRoomDialect(present.get()), passages.cursor()),
                () -> plain(passages.inPlainDialect(), passages.cursor()));
    }

    /** What somebody typed, and its encoded form twice. */
    @Override
    public int size(RoomEvent event) {
        if (event instanceof RoomEvent.MessagePosted posted) {
            String text = posted.text().value();
            return ENCODED_BYTES + 2 * text.length() + 2 * utf8Length(text);
        }
        return ENCODED_BYTES;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
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
}
