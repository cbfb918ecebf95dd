package dev.homeroom.edge.chat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a request was refused: the catalogue in docs/protocol.md. */
enum ChatError {
    UNKNOWN_ROOM("There is no such room.", false),
    BAD_REQUEST("The request is not understood.", false),
    EMPTY_MESSAGE("The message is empty.", false),
    MESSAGE_TOO_LONG("The message is too long.", false),
    TEACHERS_ONLY("Only teachers of the room look in without entering.", false),
    MUTED("A teacher has muted you in this room.", false),
    ROOM_LOCKED("The room is locked: only teachers can write.", false),
    ROOM_NOT_OPEN("The room is not open now: only teachers can write.", false),
    ROOM_CLOSED("The room is closed.", false),
    NAME_TAKEN("This room belongs to a school. Choose another name.", false),
    TOKEN_EXPIRED("Your sign-in has ended. Sign in again.", false),
    TOO_MANY_ROOMS("This connection is in too many rooms.", false),
    RATE_LIMITED("Too many messages at once. Wait a moment.", true),
    SLOW_MODE("Each student waits for a while between two messages here.", true),
    UNAVAILABLE("The message could not be kept just now. Try again.", true);

    private final String message;
    private final boolean retryable;

    ChatError(String message, boolean retryable) {
        this.message = message;
        this.retryable = retryable;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String message() {
        return message;
    }

    boolean isRetryable() {
        return retryable;
    }

    Refusal because(String detail) {
        return new Refusal(this, detail, null);
    }

    /** @param until null where it is not known until when */
    Refusal until(Refusal.@Nullable Until until) {
        return new Refusal(this, message, until);
    }

    Refusal asIs() {
        return new Refusal(this, message, null);
    }
}
