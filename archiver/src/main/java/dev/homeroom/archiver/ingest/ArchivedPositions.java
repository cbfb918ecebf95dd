package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.ProgressRows.Place;
import dev.homeroom.contract.Position;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * How far the log has been archived, by this archiver or another one. Any thread may ask.
 *
 * <p>What this archiver stores, it tells those who wait at once. For what others store, one thread looks into the database
 * while anybody waits, however many they are: at the bell a whole school does.
 */
@Component
public class ArchivedPositions {
    private static final Logger log = LoggerFactory.getLogger(ArchivedPositions.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final ProgressRows progress;
    private final Map<Place, Long> next = new HashMap<>();
    private int waiting;
    private boolean isWatched;

    ArchivedPositions(ProgressRows progress) {
        this.progress = progress;
    }

    /** Waits, blocking, until the record at {@code position} has been archived; returns false if the time is over. */
    public synchronized boolean await(Position position, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        waiting++;
        try {
            while (!isReached(position)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                watch();
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    private boolean isReached(Position position) {
        Place place = new Place(position.topicId(), position.partition());
        return next.getOrDefault(place, 0L) > position.offset();
    }

    void reached(Generation generation, Map<Integer, Long> offsets) {
        Map<Place, Long> places = new HashMap<>();
        offsets.forEach((partition, offset) -> places.put(new Place(generation.topicId(), partition), offset));
        reached(places);
    }

    private synchronized void reached(Map<Place, Long> places) {
        places.forEach((place, offset) -> next.merge(place, offset, Math::max));
        notifyAll();
    }

    /** Called with the lock. */
    private void watch() {
        if (!isWatched) {
            isWatched = true;
            Thread.ofVirtual().name("archived-positions").start(this::lookWhileAnybodyWaits);
        }
    }

    private void lookWhileAnybodyWaits() {
        try {
            while (isWanted()) {
                look();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isWanted() {
        isWatched = waiting > 0;
        return isWatched;
    }

    /** Who waits while the database is away is told so by their own query. */
    private void look() {
        try {
            reached(progress.everywhere());
        } catch (RuntimeException e) {
            log.debug("Cannot see how far the log has been archived", e);
        }
    }
}
