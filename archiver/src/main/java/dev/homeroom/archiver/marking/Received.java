package dev.homeroom.archiver.marking;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Feedback as its student sees it. Nothing of a draft is in it.
 *
 * @param roomTitle what the room is called, or for those who are not in it any more, what it was called
 * @param member whether the student is in the room now, and so can answer
 * @param by what whoever wrote it is called now; null once their account is deleted
 * @param seen whether the student has seen it
 */
record Received(
        UUID id,
        Kind kind,
        UUID room,
        String roomTitle,
        boolean member,
        Released content,
        @Nullable String by,
        Instant releasedAt,
        boolean seen,
        List<Answer> answers) {
    Received {
        answers = List.copyOf(answers);
    }

    Received with(List<Answer> answers) {
        return new Received(id, kind, room, roomTitle, member, content, by, releasedAt, seen, answers);
    }
}
