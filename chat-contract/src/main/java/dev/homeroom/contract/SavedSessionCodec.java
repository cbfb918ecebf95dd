package dev.homeroom.contract;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@link SavedSession}s to and from the JSON of {@code session.schema.json}. */
public final class SavedSessionCodec {
    private SavedSessionCodec() {}

    public static byte[] encode(SavedSession session) {
        ObjectNode json = JsonRecord.create();
        json.put("socket", session.socket());
        if (session.account() != null) {
            json.put("account", session.account().toString());
        }
        json.put("edge", session.edge().value());
        json.put("connection", session.connection());
        json.put("takeovers", session.takeovers());
        var places = json.putArray("places");
        session.places().forEach(place -> write(places.addObject(), place));
        if (session.staleToken() != null) {
            json.put("stale_token", session.staleToken());
        }
        if (session.drop() != null) {
            write(json.putObject("drop"), session.drop());
        }
        return JsonRecord.encode(json);
    }

    private static void write(ObjectNode json, SavedSession.Place place) {
        json.put("room", place.room().toString());
        AuthorCodec.write(json, place.author());
        if (place.guestRoom() != null) {
            json.put("guest_room", place.guestRoom().title());
        }
        json.put("plain", place.plain());
        if (place.watching()) {
            json.put("watching", true);
        }
        if (place.since() != null) {
            json.put("since", new Cursor(place.since()).text());
        }
    }

    private static void write(ObjectNode json, SavedSession.Drop drop) {
        json.put("at", drop.at().toString());
        json.put("sent", drop.sent());
        json.put("through", drop.through());
    }

    public static Decoded<SavedSession> decode(byte @Nullable [] value) {
        return JsonRecord.decode(value, json -> new Decoded.Valid<>(read(json)));
    }

    private static SavedSession read(JsonRecord json) {
        return new SavedSession(
                json.text("socket"),
                Optional.ofNullable(json.optionalUuid("account"))
                        .map(AccountId::new)
                        .orElse(null),
                json.value("edge", EdgeId::new),
                json.text("connection"),
                json.number("takeovers"),
                json.objects("places").map(SavedSessionCodec::readPlace).toList(),
                json.optionalText("stale_token"),
                json.optionalObject("drop").map(SavedSessionCodec::readDrop).orElse(null));
    }

    private static SavedSession.Place readPlace(JsonRecord json) {
        String guestRoom = json.optionalText("guest_room");
        return new SavedSession.Place(
                new RoomId(json.uuid("room")),
                AuthorCodec.read(json),
                guestRoom == null ? null : new GuestRoom(guestRoom),
                json.flag("plain"),
                json.optionalFlag("watching"),
                json.optionalText("since") == null
                        ? null
                        : json.value("since", text -> Cursor.parse(text).orElseThrow(IllegalArgumentException::new))
                                .position());
    }

    private static SavedSession.Drop readDrop(JsonRecord json) {
        return new SavedSession.Drop(json.instant("at"), json.text("sent"), json.text("through"));
    }
}
