package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.Generation;
import dev.homeroom.archiver.ingest.Generations;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the cursors that clients give. One of another room's partition cannot have come from this room. */
@Component
class CursorReader {
    private final Generations generations;

    CursorReader(Generations generations) {
        this.generations = generations;
    }

    Position position(String parameter, String text, RoomId room) {
        Position position = Cursor.parse(text).map(Cursor::position).orElseThrow(() -> notACursor(parameter));
        Optional<Generation> generation = generations.find(position.topicId());
        if (generation.isPresent()
                && position.partition()
                        != Topics.partitionOf(room, generation.get().partitions())) {
            throw notACursor(parameter);
        }
        return position;
    }

    /** The place of a position; empty where the archive has never seen its topic. */
    Optional<LogPlace> place(Position position) {
        return generations
                .find(position.topicId())
                .map(generation -> new LogPlace(generation.number(), position.offset()));
    }

    LogPlace place(String parameter, String text, RoomId room) {
        return place(position(parameter, text, room)).orElseThrow(() -> notACursor(parameter));
    }

    /** At most one of the cursors is given. */
    Span span(@Nullable String before, @Nullable String after, RoomId room) {
        if (before != null) {
            return new Span.Before(place("before", before, room));
        }
        return after != null ? new Span.After(place("after", after, room)) : new Span.Newest();
    }

    private static ProblemException notACursor(String parameter) {
        return ProblemException.invalid(parameter, "is not a cursor of this room");
    }
}
