package dev.homeroom.archiver.concern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody decided about a concern. */
public enum Outcome {
    NOTHING_TO_DO(ConcernState.CLOSED),
    TALKED_TO_STUDENT(ConcernState.CLOSED),
    /** The decision removes it, where it has not been before. */
    MESSAGE_REMOVED(ConcernState.CLOSED),
    /** The decision mutes its author in the room. */
    STUDENT_MUTED(ConcernState.CLOSED),
    PASSED_ON(ConcernState.PASSED_ON),
    /** An earlier decision is taken back; what it did to the message and its author stays. */
    REOPENED(ConcernState.OPEN);

    private final ConcernState state;

    Outcome(ConcernState state) {
        this.state = state;
    }

    ConcernState state() {
        return state;
    }

    /** As it stands in JSON and in the database. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such outcome */
    @JsonCreator
    static Outcome of(String text) {
        return Named.find(values(), Outcome::text, text);
    }
}
