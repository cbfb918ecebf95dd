package dev.homeroom.archiver.concern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why somebody reports a message. */
public enum Reason {
    BULLYING,
    HATEFUL,
    SEXUAL,
    /** Somebody may come to harm. */
    DANGER,
    PRIVATE_INFORMATION,
    OTHER;

    /** As it stands in JSON and in the database. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such reason */
    @JsonCreator
    static Reason of(String text) {
        return Named.find(values(), Reason::text, text);
    }
}
