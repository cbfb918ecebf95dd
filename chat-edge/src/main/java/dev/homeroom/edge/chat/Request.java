package dev.homeroom.edge.chat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.RoomId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client asks for, once its fields have been read. */
sealed interface Request {
    /**
     * Entering a room, or looking into it.
     *
     * @param seen the last position that the client has seen, if it resumes
     * @param watching whether nobody in the room is to know of it
     */
    record Enter(RoomId room, @Nullable Cursor seen, boolean watching) implements Request {}

    record Leave(RoomId room) implements Request {}

    /** @param clientId the client's own id of the message: the same id again is the same message */
    record Send(RoomId room, String message, @Nullable UUID clientId) implements Request {}

    /** The plain dialect's entering: a room by name or id, under a name. */
    record Join(String room, @Nullable String username) implements Request {}

    /** The plain dialect's leaving. */
    record Part(String room) implements Request {}

    /** The plain dialect's message. */
    record Say(String room, String message) implements Request {}

    /** Not to be understood. */
    record Bad(Refusal refusal) implements Request {}
}
