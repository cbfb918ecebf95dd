package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.marking.MarkingController.CommentRequest;
import dev.homeroom.archiver.marking.MarkingController.GradeRequest;
import dev.homeroom.archiver.problem.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes comments and grades of what was sent, or says which part of it cannot be. */
@Component
class ContentReader {
    private final Texts texts;
    private final MarkingSettings settings;

    ContentReader(Texts texts, MarkingSettings settings) {
        this.texts = texts;
        this.settings = settings;
    }

    Content comment(CommentRequest request) {
        List<UUID> messages = request.messages();
        if (messages.isEmpty()) {
            throw ProblemException.invalid("messages", "must not be empty");
        }
        requireFew("messages", messages, settings.maxMessages());
        requireOnce("messages", messages);
        List<String> tags = orNone(request.tags());
        requireFew("tags", tags, settings.maxTags());
        requireOnce("tags", tags);
        String text = tags.isEmpty() ? texts.required("text", request.text()) : texts.optional("text", request.text());
        return Content.comment(text, tags, messages);
    }

    Content grade(GradeRequest request) {
        Map<UUID, UUID> scores = request.scores() == null ? Map.of() : request.scores();
        String text = texts.optional("text", request.text());
        if (scores.isEmpty() && text.isEmpty()) {
            throw ProblemException.invalid("text", "must not be empty where nothing is scored");
        }
        return Content.grade(text, scores);
    }

    private static void requireFew(String field, List<?> things, int limit) {
        if (things.size() > limit) {
            throw ProblemException.invalid(field, "must be at most " + limit);
        }
    }

    private static void requireOnce(String field, List<?> things) {
        if (things.stream().distinct().count() < things.size()) {
            throw ProblemException.invalid(field, "has something twice");
        }
    }

    private static List<String> orNone(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts;
    }
}
