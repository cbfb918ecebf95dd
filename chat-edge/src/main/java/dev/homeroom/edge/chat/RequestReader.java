package dev.homeroom.edge.chat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads clients' events. In the room dialect a field that is not known is an error; the plain dialect passes over it,
 * because the pages that speak it send all kinds.
 */
final class RequestReader {
    private static final Set<String> PLAIN = Set.of("join", "leave", "message");

    private RequestReader() {}

    /** Whether the event is one of the plain dialect. */
    static boolean isPlain(String event) {
        return PLAIN.contains(event);
    }

    static Request read(String event, List<JsonNode> arguments) {
        try {
            return switch (event) {
                case "enter_room" -> enter(Fields.of(arguments).only(Set.of("room", "cursor")), false);
                case "watch_room" -> enter(Fields.of(arguments).only(Set.of("room", "cursor")), true);
                case "leave_room" -> leave(Fields.of(arguments).only(Set.of("room")));
                case "send_message" -> send(Fields.of(arguments).only(Set.of("room", "message", "userInput", "id")));
                case "join" -> join(Fields.of(arguments));
                case "leave" -> new Request.Part(Fields.of(arguments).text("room"));
                case "message" -> say(Fields.of(arguments));
                default -> bad("There is no such event.");
            };
        } catch (Fields.BadFieldException e) {
            return bad(String.valueOf(e.getMessage()));
        }
    }

    private static Request enter(Fields fields, boolean watching) {
        return room(fields)
                .<Request>map(room -> new Request.Enter(room, cursor(fields), watching))
                .orElseGet(RequestReader::unknownRoom);
    }

    private static Request leave(Fields fields) {
        return room(fields).<Request>map(Request.Leave::new).orElseGet(RequestReader::unknownRoom);
    }

    private static Request send(Fields fields) {
        String message = fields.optionalText("message");
        String userInput = message == null ? fields.optionalText("userInput") : message;
        String text = userInput == null ? fields.text("message") : userInput; // whose absence is what is complained of
        return room(fields)
                .<Request>map(room -> new Request.Send(room, text, fields.optionalUuid("id")))
                .orElseGet(RequestReader::unknownRoom);
    }

    private static Request join(Fields fields) {
        return new Request.Join(fields.text("room"), fields.optionalText("username"));
    }

    private static Request say(Fields fields) {
        return new Request.Say(fields.text("room"), fields.text("message"));
    }

    private static Optional<RoomId> room(Fields fields) {
        try {
            return Optional.of(RoomId.parse(fields.text("room")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static @Nullable Cursor cursor(Fields fields) {
        return fields.optional(
                "cursor",
                text -> Cursor.parse(text).orElseThrow(IllegalArgumentException::new),
                "The field cursor is not a cursor.");
    }

    private static Request unknownRoom() {
        return new Request.Bad(ChatError.UNKNOWN_ROOM.asIs());
    }

    private static Request bad(String complaint) {
        return new Request.Bad(ChatError.BAD_REQUEST.because(complaint));
    }
}
