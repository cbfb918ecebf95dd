package dev.homeroom.archiver.search;

import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.problem.QueryTime;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Where a page of hits ended: the next one has what was sent earlier. */
record SearchMark(Instant sentAt, UUID id) {
    private static final char BETWEEN = '/';

    String text() {
        return sentAt.toString() + BETWEEN + id;
    }

    static SearchMark parse(String text) {
        int between = text.indexOf(BETWEEN);
        try {
            return new SearchMark(
                    Objects.requireNonNull(QueryTime.parse("after", text.substring(0, Math.max(0, between)))),
                    UUID.fromString(text.substring(between + 1)));
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("after", "is not the next of an earlier page");
        }
    }
}
