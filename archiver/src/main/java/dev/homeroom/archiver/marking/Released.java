package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.marking.Rubric.Score;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the student sees: a copy, made at the release, which later changes of drafts, tags, rubrics and titles leave as it is.
 *
 * @param room what the room was called
 * @param by who had written it; null once their account is deleted
 */
record Released(String room, @Nullable UUID by, String text, List<Tag> tags, List<UUID> messages, List<Score> scores) {
    Released {
        tags = List.copyOf(tags);
        messages = List.copyOf(messages);
        scores = List.copyOf(scores);
    }

    /** Whether it says the same criteria and levels, for the same points; how they are described may have been mended since. */
    boolean scoredAs(List<Score> others) {
        return scores.size() == others.size()
                && IntStream.range(0, scores.size())
                        .allMatch(at -> scores.get(at).sameAs(others.get(at)));
    }

    BigDecimal points() {
        return scores.stream().map(Score::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal outOf() {
        return scores.stream().map(Score::outOf).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
