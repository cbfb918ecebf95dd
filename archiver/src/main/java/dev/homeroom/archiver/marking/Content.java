package dev.homeroom.archiver.marking;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a piece of feedback says, as teachers work on it.
 *
 * @param tags the keys of a comment's tags
 * @param messages what a comment is about
 * @param scores the level of each criterion, of a grade
 */
record Content(String text, List<String> tags, List<UUID> messages, Map<UUID, UUID> scores) {
    Content {
        tags = List.copyOf(tags);
        messages = List.copyOf(messages);
        scores = Map.copyOf(scores);
    }

    static Content comment(String text, List<String> tags, List<UUID> messages) {
        return new Content(text, tags, messages, Map.of());
    }

    static Content grade(String text, Map<UUID, UUID> scores) {
        return new Content(text, List.of(), List.of(), scores);
    }
}
