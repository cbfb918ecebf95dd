package dev.homeroom.edge.chat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refused request.
 *
 * @param error which of the catalogue
 * @param message for people, in English; never holds what somebody wrote
 * @param until when it may be otherwise, where that is known
 */
record Refusal(ChatError error, String message, @Nullable Until until) {
    /** How long a refusal holds. */
    sealed interface Until {
        /** So long from now. */
        record Waited(Duration left) implements Until {}

        /** Up to the room's next hours. */
        record Opened(Instant at) implements Until {}
    }
}
