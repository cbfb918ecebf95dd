package dev.homeroom.archiver.search;

import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.problem.QueryTime;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a search.
 *
 * @param q words, and phrases in quotation marks; a message has to hold all of them
 * @param room in this room; by default in all that the caller may read
 * @param account by this person
 * @param from sent at this time or later (ISO 8601 with an offset)
 * @param to sent before this time
 */
record SearchParameters(
        @NotNull @PlainText(max = 200) String q,
        @Nullable UUID room,
        @Nullable UUID account,
        @Nullable String from,
        @Nullable String to) {
    @Nullable
    Instant fromTime() {
        return QueryTime.parse("from", from);
    }

    @Nullable
    Instant toTime() {
        return QueryTime.parse("to", to);
    }
}
