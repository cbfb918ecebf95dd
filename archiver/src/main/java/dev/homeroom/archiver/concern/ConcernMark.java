package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.problem.QueryTime;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Where a page of concerns ended. */
record ConcernMark(Instant raisedAt, UUID id) {
    private static final char BETWEEN = '/';

    String text() {
        return raisedAt.toString() + BETWEEN + id;
    }

    static ConcernMark parse(String text) {
        int between = text.indexOf(BETWEEN);
        try {
            return new ConcernMark(
                    Objects.requireNonNull(QueryTime.parse("after", text.substring(0, Math.max(0, between)))),
                    UUID.fromString(text.substring(between + 1)));
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("after", "is not the next of an earlier page");
        }
    }
}
