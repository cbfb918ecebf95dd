package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.problem.QueryTime;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a transcript and of its exports.
 *
 * @param account of this person
 * @param from sent at this time or later (ISO 8601 with an offset)
 * @param to sent before this time
 * @param text messages that hold this, in any case
 * @param kind message, entered or left
 */
record FilterParameters(
        @Nullable UUID account,
        @Nullable String from,
        @Nullable String to,
        @PlainText(max = 200) @Nullable String text,

        @Pattern(regexp = "message|entered|left", message = "must be message, entered or left") @Nullable
        String kind) {
    EntryFilter toFilter() {
        return new EntryFilter(
                account,
                QueryTime.parse("from", from),
                QueryTime.parse("to", to),
                text,
                kind == null ? null : EntryKind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    boolean isEmpty() {
        return toFilter().equals(EntryFilter.ALL);
    }
}
