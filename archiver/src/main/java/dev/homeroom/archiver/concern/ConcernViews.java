package dev.homeroom.archiver.concern;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.words.Stretch;
import dev.homeroom.archiver.words.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Concerns as JSON. */
final class ConcernViews {
    private ConcernViews() {}

    /**
     * A message that somebody should look at.
     *
     * @param words the flagged ones that it holds
     * @param version how many decisions there have been; to be given with the next one
     */
    record ConcernView(
            UUID id,
            UUID room,
            @JsonProperty("room_title") String roomTitle,
            ConcernState state,
            @JsonProperty("raised_at") Instant raisedAt,
            MessageView message,
            List<ReportedView> reports,
            List<String> words,
            List<DecisionView> decisions,
            int version) {
        static ConcernView of(Concern concern) {
            return new ConcernView(
                    concern.id(),
                    concern.room().value(),
                    concern.roomTitle(),
                    concern.state(),
                    concern.raisedAt(),
                    MessageView.of(concern),
                    concern.reports().stream().map(ReportedView::of).toList(),
                    concern.words(),
                    concern.decisions().stream().map(DecisionView::of).toList(),
                    concern.decisions().size());
        }
    }

    /**
     * The message itself.
     *
     * @param text also of a removed one; null where it is not kept any more
     * @param found where it has the flagged words
     */
    record MessageView(
            UUID id,
            @JsonProperty("user_id") UUID userId,
            String username,
            @Nullable String text,
            boolean removed,
            @JsonProperty("sent_at") Instant sentAt,
            List<Stretch> found) {
        static MessageView of(Concern concern) {
            return new MessageView(
                    concern.message().value(),
                    concern.author().value(),
                    concern.authorName(),
                    concern.text(),
                    concern.removed(),
                    concern.sentAt(),
                    concern.text() == null ? List.of() : Wanted.anyFoundIn(concern.text(), concern.words()));
        }
    }

    /** Who a report or a decision is by. */
    record PersonView(UUID id, String name) {}

    record ReportedView(
            PersonView by,
            Reason reason,
            @Nullable String note,
            @JsonProperty("reported_at") Instant reportedAt) {
        static ReportedView of(Concern.Report report) {
            return new ReportedView(
                    new PersonView(report.by(), report.name()), report.reason(), report.note(), report.at());
        }
    }

    record DecisionView(
            Outcome outcome,
            @Nullable String note,
            PersonView by,
            @JsonProperty("decided_at") Instant decidedAt) {
        static DecisionView of(Concern.Decision decision) {
            return new DecisionView(
                    decision.outcome(), decision.note(), new PersonView(decision.by(), decision.name()), decision.at());
        }
    }
}
