package dev.homeroom.archiver.concern;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose turn it is. */
enum ConcernState {
    /** Nobody has decided yet. */
    OPEN,
    /** A teacher has left it to the safeguarding lead. */
    PASSED_ON,
    CLOSED;

    /** As it stands in JSON and in the database. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such state */
    static ConcernState of(String text) {
        return Named.find(values(), ConcernState::text, text);
    }
}
