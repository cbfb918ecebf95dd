package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.problem.QueryTime;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Where a page of feedback ended: the next one has what was released earlier. */
record ReceivedMark(Instant releasedAt, UUID id) {
    private static final char BETWEEN = '/';

    String text() {
        return releasedAt.toString() + BETWEEN + id;
    }

    static ReceivedMark parse(String text) {
        int between = text.indexOf(BETWEEN);
        try {
            return new ReceivedMark(
                    Objects.requireNonNull(QueryTime.parse("after", text.substring(0, Math.max(0, between)))),
                    UUID.fromString(text.substring(between + 1)));
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("after", "is not the next of an earlier page");
        }
    }
}
