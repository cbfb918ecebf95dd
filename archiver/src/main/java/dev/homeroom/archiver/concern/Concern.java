package dev.homeroom.archiver.concern;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody should look at, and what has become of it.
 *
 * @param authorName what they are called now
 * @param text null where the transcript does not go back so far any more
 * @param raisedAt when it was first reported or flagged
 * @param words the flagged ones that it holds
 * @param decisions in their order; the last one counts
 */
record Concern(
        UUID id,
        RoomId room,
        String roomTitle,
        MessageId message,
        AccountId author,
        String authorName,
        @Nullable String text,
        boolean removed,
        Instant sentAt,
        Instant raisedAt,
        ConcernState state,
        List<Report> reports,
        List<String> words,
        List<Decision> decisions) {
    /** What one person reported. */
    record Report(
            UUID by, String name, Reason reason, @Nullable String note, Instant at) {}

    /** What one person decided. */
    record Decision(int number, Outcome outcome, @Nullable String note, UUID by, String name, Instant at) {}

    ConcernMark mark() {
        return new ConcernMark(raisedAt, id);
    }
}
