package dev.homeroom.archiver.transcript;

import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a transcript: one of these, or the newest.
 *
 * @param before what is older than this cursor
 * @param after what is newer than this cursor
 * @param at what is around the first entry of this time or later (ISO 8601 with an offset)
 * @param message what is around this message
 */
record PlaceParameters(
        @Nullable String before,
        @Nullable String after,
        @Nullable String at,
        @Nullable UUID message) {
    boolean areTooMany() {
        return Stream.of(before, after, at, message).filter(Objects::nonNull).count() > 1;
    }
}
