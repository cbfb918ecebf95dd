package dev.homeroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a whole record of {@link Topics#MESSAGES} turned out to be: its value, and whether the key and the ids go with it.
 *
 * <p>Edges and the archiver judge by this alike, so that nobody is shown what no transcript will ever have.
 */
public sealed interface LogRecord {
    /** Says what the schema wants, under the key and the ids that it should have. */
    record Sound(RoomEvent event) implements LogRecord {}

    /** Well formed, but of a type that this version does not know: written by a newer program. */
    record UnknownType() implements LogRecord {}

    /** @param reason in plain words, without any of the record's content */
    record Malformed(String reason) implements LogRecord {}

    /** The key is not the room: the record stands in another room's order. */
    record WrongKey() implements LogRecord {}

    int LONGEST_GUEST_NAME = 200;

    /** Never throws, whatever the record holds. */
    static LogRecord read(byte @Nullable [] key, byte @Nullable [] value) {
        return switch (RoomEventCodec.decode(value)) {
            case Decoded.Malformed<RoomEvent>(String reason) -> new Malformed(reason);
            case Decoded.UnknownType<RoomEvent> _ -> new UnknownType();
            case Decoded.Valid<RoomEvent>(RoomEvent event) -> read(key, event);
        };
    }

    private static LogRecord read(byte @Nullable [] key, RoomEvent event) {
        if (!Arrays.equals(key, event.room().toString().getBytes(UTF_8))) {
            return new WrongKey();
        }
        String flaw = flawOfGuest(event);
        return flaw == null ? new Sound(event) : new Malformed(flaw);
    }

    /** Ids of guests and their rooms are made from their names: any other pair would let one pass for another. */
    private static @Nullable String flawOfGuest(RoomEvent event) {
        String name = event.author().guestName();
        GuestRoom room = event.guestRoom();
        if (name != null && !(isPlain(name) && Author.guest(name).equals(event.author()))) {
            return "guest_name has a value that it cannot have";
        }
        if (room != null && !(isPlain(room.title()) && room.id().equals(event.room()))) {
            return "guest_room has a value that it cannot have";
        }
        return null;
    }

    private static boolean isPlain(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_GUEST_NAME
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }
}
