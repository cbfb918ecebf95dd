package dev.homeroom.contract;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record's value on {@link Topics#MESSAGES}: something that happened in a room. The order of a room's events is the
 * order of their positions in the log; {@link #sentAt} is what the writer's clock said and orders nothing.
 */
public sealed interface RoomEvent {
    MessageId id();

    RoomId room();

    /** Whose doing it was. */
    Author author();

    /** When the writer accepted it, in milliseconds. */
    Instant sentAt();

    /** The room's title where a guest made the room by naming it; null for rooms of the school. */
    @Nullable
    GuestRoom guestRoom();

    /**
     * Somebody wrote a message.
     *
     * @param text what was written, see {@link MessageText}
     * @param clientId the id that the client gave, if it did
     */
    record MessagePosted(
            MessageId id,
            RoomId room,
            Author author,
            Instant sentAt,
            @Nullable GuestRoom guestRoom,
            MessageText text,
            @Nullable UUID clientId)
            implements RoomEvent {}

    /** Somebody who was on no edge in the room is now present. */
    record Entered(
            MessageId id,
            RoomId room,
            Author author,
            Instant sentAt,
            @Nullable GuestRoom guestRoom,
            PresenceChange change)
            implements RoomEvent {}

    /** Somebody who was present is on no edge in the room any more. */
    record Left(
            MessageId id,
            RoomId room,
            Author author,
            Instant sentAt,
            @Nullable GuestRoom guestRoom,
            PresenceChange change)
            implements RoomEvent {}

    /**
     * A teacher took a message away.
     *
     * @param author the teacher
     * @param removed the message
     */
    record MessageRemoved(
            MessageId id,
            RoomId room,
            Author author,
            Instant sentAt,
            @Nullable GuestRoom guestRoom,
            MessageId removed) implements RoomEvent {}
}
