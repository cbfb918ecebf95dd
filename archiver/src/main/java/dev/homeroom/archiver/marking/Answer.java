package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.marking.Feedback.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said to feedback.
 *
 * @param fromStudent or else from a teacher of the room
 * @param seen whether the other side has seen it
 */
record Answer(
        UUID id,
        UUID feedback,
        @Nullable Person author,
        boolean fromStudent,
        String text,
        Instant writtenAt,
        boolean seen) {}
