package dev.homeroom.archiver.marking;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment or a grade, as teachers see it.
 *
 * @param version of the content
 * @param author who changed the content last; null once their account is deleted
 * @param release what the student sees of it; null while that is nothing
 */
record Feedback(
        UUID id,
        UUID student,
        Kind kind,
        long version,
        Content content,
        @Nullable Person author,
        Instant changedAt,
        @Nullable Release release,
        List<Answer> answers) {
    Feedback {
        answers = List.copyOf(answers);
    }

    /** Somebody by the name that they have now. */
    record Person(UUID id, String name) {}

    /**
     * What was released last.
     *
     * @param version of the content that was
     * @param seenAt when the student has seen it; null while they have not
     */
    record Release(
            Released content,
            long version,
            Instant at,
            @Nullable Instant seenAt) {}

    /** How what teachers work on and what the student sees are to each other. */
    enum State {
        /** The student sees nothing. */
        DRAFT,
        /** The student sees it. */
        RELEASED,
        /** The student sees what it was before, or what it was worth before. */
        CHANGED;

        static State of(long version, List<Rubric.Score> scores, @Nullable Release release) {
            if (release == null) {
                return DRAFT;
            }
            return release.version() == version && release.content().scoredAs(scores) ? RELEASED : CHANGED;
        }

        @JsonValue
        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param rubric of the room now: a grade that is worth something else by it is changed, though nobody has touched it */
    State state(Rubric rubric) {
        return State.of(version, rubric.scores(content.scores()), release);
    }

    Feedback with(List<Answer> answers) {
        return new Feedback(id, student, kind, version, content, author, changedAt, release, answers);
    }
}
