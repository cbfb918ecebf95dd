package dev.homeroom.archiver.export;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an export is. */
enum ExportState {
    WAITING,
    RUNNING,
    DONE,
    FAILED;

    /** As it stands in JSON and in the database. */
    @JsonValue
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExportState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
