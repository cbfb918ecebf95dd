package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.MessageText.Acceptance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what people typed, as messages are taken: without white space around it, and no longer than is allowed. */
@Component
class Texts {
    private final MarkingSettings settings;

    Texts(MarkingSettings settings) {
        this.settings = settings;
    }

    /** What somebody writes about something, or empty. */
    String optional(String field, @Nullable String typed) {
        return accept(field, typed, settings.maxText());
    }

    String required(String field, @Nullable String typed) {
        return orMissing(field, optional(field, typed));
    }

    /** On one line. */
    String name(String field, @Nullable String typed) {
        String name = orMissing(field, accept(field, typed, settings.maxName()));
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw ProblemException.invalid(field, "must be on one line");
        }
        return name;
    }

    String description(String field, @Nullable String typed) {
        return accept(field, typed, settings.maxDescription());
    }

    private static String orMissing(String field, String text) {
        if (text.isEmpty()) {
            throw ProblemException.invalid(field, "must not be empty");
        }
        return text;
    }

    private static String accept(String field, @Nullable String typed, int limit) {
        return switch (MessageText.accept(typed == null ? "" : typed, limit)) {
            case Acceptance.Accepted(MessageText text) -> text.value();
            case Acceptance.Empty _ -> "";
            case Acceptance.TooLong _ ->
                throw ProblemException.invalid(field, "must be at most " + limit + " characters");
        };
    }
}
