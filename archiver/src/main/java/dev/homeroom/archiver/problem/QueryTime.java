package dev.homeroom.archiver.problem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Times as query parameters give them: ISO 8601 with an offset. */
public final class QueryTime {
    private QueryTime() {}

    /**
     * Years that Postgres does not know are refused with the rest of the nonsense.
     *
     * @return null for null
     * @throws ProblemException if it is no time
     */
    public static @Nullable Instant parse(String parameter, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant();
            }
        } catch (DateTimeException _) {
            throw notATime(parameter);
        }
        throw notATime(parameter);
    }

    private static ProblemException notATime(String parameter) {
        return ProblemException.invalid(parameter, "must be a time such as 2026-01-31T08:00:00Z");
    }
}
