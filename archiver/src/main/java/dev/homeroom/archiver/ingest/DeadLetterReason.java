package dev.homeroom.archiver.ingest;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a record is a dead letter. */
public enum DeadLetterReason {
    /** No JSON, or not of the schema. */
    MALFORMED,
    /** Of a type that this version does not know; replay it after an upgrade. */
    UNKNOWN_TYPE,
    /** The key is not the room. */
    WRONG_KEY,
    TOO_LARGE,
    /** Sent by a clock that was far from the record's time on the log. */
    WRONG_CLOCK,
    /** Of a room that Postgres does not have, and that no guest made. */
    UNKNOWN_ROOM,
    /** Its id is taken: the room has something else under it, which came first. */
    TAKEN_ID,
    /** Postgres would not take it, for a reason that nobody thought of. */
    REFUSED;

    /** As it stands in the header {@link DeadLetterHeaders#REASON}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeadLetterReason> ofText(String text) {
        return Stream.of(values()).filter(reason -> reason.text().equals(text)).findFirst();
    }
}
