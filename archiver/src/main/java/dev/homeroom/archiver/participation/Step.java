package dev.homeroom.archiver.participation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How long one point of a series is: a calendar day, or an hour, where somebody is. */
enum Step {
    HOUR,
    DAY;

    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
