package dev.homeroom.archiver.marking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a piece of feedback is. */
enum Kind {
    /** On messages of the student; there may be many. */
    COMMENT,
    /** On all that the student did in the room; there is one at most. */
    GRADE;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
