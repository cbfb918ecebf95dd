package dev.homeroom.archiver.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much somebody, or several together, took part. All but {@code removed} is of messages that were not removed.
 *
 * @param words as {@link dev.homeroom.archiver.words.WordCount} counts them
 * @param replies messages soon after somebody else's
 * @param daysActive days on which something was written
 * @param removed messages that were removed
 * @param firstAt when the first message was sent; null where there is none
 */
record Figures(
        int messages,
        long words,
        int replies,
        int daysActive,
        int removed,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {
    boolean isSilent() {
        return messages == 0 && removed == 0;
    }
}
