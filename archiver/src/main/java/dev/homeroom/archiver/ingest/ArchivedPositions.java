package dev.homeroom.archiver.ingest;

import dev.homeroom.contract.Position;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * How far the log has been archived, by this archiver or another one. What was once seen in the database or stored by
 * this archiver is remembered, so that most questions need no query. Any thread may ask.
 */
@Component
public class ArchivedPositions {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final Generations generations;
    private final ProgressRows progress;
    private final Map<Place, Long> next = new ConcurrentHashMap<>();

    ArchivedPositions(Generations generations, ProgressRows progress) {
        this.generations = generations;
        this.progress = progress;
    }

    private record Place(int generation, int partition) {}

    /** Waits, blocking, until the record at {@code position} has been archived; returns false if the time is over. */
    public boolean await(Position position, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!isReached(position)) {
            if (System.nanoTime() > end || !slept()) {
                return false;
            }
        }
        return true;
    }

    private boolean isReached(Position position) {
        return generations
                .find(position.topicId())
                .map(generation -> next(generation, position) > position.offset())
                .orElse(false);
    }

    private long next(Generation generation, Position position) {
        Place place = new Place(generation.number(), position.partition());
        long known = next.getOrDefault(place, 0L);
        if (known > position.offset()) {
            return known;
        }
        progress.next(generation, position.partition()).ifPresent(offset -> next.merge(place, offset, Math::max));
        return next.getOrDefault(place, 0L);
    }

    void reached(Generation generation, Map<Integer, Long> offsets) {
        offsets.forEach(
                (partition, offset) -> next.merge(new Place(generation.number(), partition), offset, Math::max));
    }

    private static boolean slept() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
