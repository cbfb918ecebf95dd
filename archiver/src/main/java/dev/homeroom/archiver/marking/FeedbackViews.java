package dev.homeroom.archiver.marking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.marking.Feedback.Person;
import dev.homeroom.archiver.marking.Feedback.Release;
import dev.homeroom.archiver.marking.Feedback.State;
import dev.homeroom.archiver.marking.MarkedMessages.Marked;
import dev.homeroom.archiver.marking.Overview.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Feedback as JSON. */
final class FeedbackViews {
    private FeedbackViews() {}

    /**
     * A message that a comment is about.
     *
     * @param sentAt null, as is the text, where it is no longer kept
     * @param message null for a removed message
     */
    record MessageView(
            UUID id,
            @JsonProperty("sent_at") @Nullable Instant sentAt,
            @Nullable String message) {
        static List<MessageView> of(List<UUID> ids, Map<UUID, Marked> known) {
            return ids.stream().map(id -> of(id, known.get(id))).toList();
        }

        private static MessageView of(UUID id, @Nullable Marked message) {
            return message == null
                    ? new MessageView(id, null, null)
                    : new MessageView(id, message.sentAt(), message.text());
        }
    }

    record AnswerView(
            UUID id,
            @Nullable Person by,
            @JsonProperty("from_student") boolean fromStudent,
            String text,
            @JsonProperty("written_at") Instant writtenAt,
            boolean seen) {
        static AnswerView of(Answer answer) {
            return new AnswerView(
                    answer.id(),
                    answer.author(),
                    answer.fromStudent(),
                    answer.text(),
                    answer.writtenAt(),
                    answer.seen());
        }
    }

    /** A criterion and how well it was done. */
    record ScoreView(
            String criterion,
            String level,
            String description,
            BigDecimal points,
            @JsonProperty("out_of") BigDecimal outOf) {
        static ScoreView of(Rubric.Score score) {
            return new ScoreView(score.criterion(), score.level(), score.description(), score.points(), score.outOf());
        }
    }

    /** What the student sees of something that teachers work on. */
    record ReleaseView(
            String text,
            List<Tag> tags,
            List<UUID> messages,
            List<ScoreView> scores,
            BigDecimal points,
            @JsonProperty("out_of") BigDecimal outOf,
            @JsonProperty("released_at") Instant releasedAt,
            @JsonProperty("seen_at") @Nullable Instant seenAt) {
        static ReleaseView of(Release release) {
            Released content = release.content();
            return new ReleaseView(
                    content.text(),
                    content.tags(),
                    content.messages(),
                    content.scores().stream().map(ScoreView::of).toList(),
                    content.points(),
                    content.outOf(),
                    release.at(),
                    release.seenAt());
        }
    }

    /**
     * A comment or a grade, for teachers.
     *
     * @param scores the id of a level by that of its criterion
     */
    record FeedbackView(
            UUID id,
            Kind kind,
            UUID student,
            long version,
            State state,
            String text,
            List<Tag> tags,
            List<MessageView> messages,
            Map<UUID, UUID> scores,
            @Nullable Person by,
            @JsonProperty("changed_at") Instant changedAt,
            @Nullable ReleaseView released,
            List<AnswerView> answers) {
        static FeedbackView of(Feedback feedback, TagList tags, Rubric rubric, Map<UUID, Marked> messages) {
            Content content = feedback.content();
            Release release = feedback.release();
            return new FeedbackView(
                    feedback.id(),
                    feedback.kind(),
                    feedback.student(),
                    feedback.version(),
                    feedback.state(rubric),
                    content.text(),
                    tags.named(content.tags()),
                    MessageView.of(content.messages(), messages),
                    content.scores(),
                    feedback.author(),
                    feedback.changedAt(),
                    release == null ? null : ReleaseView.of(release),
                    feedback.answers().stream().map(AnswerView::of).toList());
        }
    }

    /** The marking of one student in one room. */
    record StudentMarkingView(
            UUID id,
            @JsonProperty("display_name") String displayName,
            boolean member,
            @Nullable FeedbackView grade,
            List<FeedbackView> comments) {}

    /**
     * A student in the list of those of a room.
     *
     * @param drafts what is not released, or not in its newest version; {@code unreleased} is how many they are
     */
    record StudentLineView(
            UUID id,
            @JsonProperty("display_name") String displayName,
            boolean member,
            int comments,
            int unreleased,
            List<Version> drafts,
            @JsonProperty("new_answers") int newAnswers,
            Overview.@Nullable GradeLine grade) {
        static StudentLineView of(Overview.Line line) {
            return new StudentLineView(
                    line.id(),
                    line.name(),
                    line.member(),
                    line.comments(),
                    line.unreleased().size(),
                    line.unreleased(),
                    line.newAnswers(),
                    line.grade());
        }
    }

    /**
     * A room that feedback is from.
     *
     * @param member whether the student is in it now
     */
    record RoomOfFeedback(UUID id, String title, boolean member) {}

    /** A comment or a grade, for its student. */
    record ReceivedView(
            UUID id,
            Kind kind,
            RoomOfFeedback room,
            String text,
            List<Tag> tags,
            List<MessageView> messages,
            List<ScoreView> scores,
            BigDecimal points,
            @JsonProperty("out_of") BigDecimal outOf,
            @Nullable String by,
            @JsonProperty("released_at") Instant releasedAt,
            boolean seen,
            List<AnswerView> answers) {
        static ReceivedView of(Received received, Map<UUID, Marked> messages) {
            Released content = received.content();
            return new ReceivedView(
                    received.id(),
                    received.kind(),
                    new RoomOfFeedback(received.room(), received.roomTitle(), received.member()),
                    content.text(),
                    content.tags(),
                    MessageView.of(content.messages(), messages),
                    content.scores().stream().map(ScoreView::of).toList(),
                    content.points(),
                    content.outOf(),
                    received.by(),
                    received.releasedAt(),
                    received.seen(),
                    received.answers().stream().map(AnswerView::of).toList());
        }
    }

    /** My feedback in one room. */
    record ReceivedListView(List<ReceivedView> items) {}

    /**
     * What somebody has not seen yet.
     *
     * @param feedback what was released to them, or answered to it
     * @param answers of students, in the rooms that they teach
     */
    record NewsView(int feedback, int answers) {}

    /**
     * What became of releasing several at once.
     *
     * @param students how many have been released something
     * @param leftOut what has been changed since it was seen, or is gone; it stays as it is
     */
    record ReleasesView(
            int comments,
            int grades,
            int students,
            @JsonProperty("left_out") List<UUID> leftOut) {}
}
