package dev.homeroom.edge.fanout;

import dev.homeroom.edge.fanout.Following.Stage;
import dev.homeroom.edge.log.LogEnds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The partitions that are asked for and followed, at most one {@link Following} of each. A feed stands here until it has been
 * let go, and whoever uses it by then has been told: so nobody is left in one that gets no records.
 *
 * <p>Thread-safe. The lock of a feed may be taken with this one held, never the other way round; futures are completed with
 * neither.
 */
final class Feeds {
    private final Map<Integer, Following> partitions = new HashMap<>();

    /**
     * The partition's following, a new one if there is none.
     *
     * @param begin is told of a new one, and has to find out where it begins
     */
    Following ask(int partition, Consumer<Following> begin) {
        Following asked;
        synchronized (this) {
            Following known = partitions.get(partition);
            if (known != null) {
                return known;
            }
            asked = new Following(partition);
            partitions.put(partition, asked);
        }
        begin.accept(asked);
        return asked;
    }

    /** Where it begins is known; an answer that comes too late, when another one has been asked for, changes nothing. */
    synchronized void found(Following following, PartitionFeed feed, LogEnds.Ends ends) {
        if (following.isAt(Stage.ASKED)) {
            following.found(feed, ends);
        }
    }

    /** Where it begins cannot be found out. */
    void failed(Following following, RuntimeException failure) {
        synchronized (this) {
            following.goTo(Stage.OVER);
            partitions.remove(following.partition(), following);
        }
        following.wanted().completeExceptionally(failure);
    }

    /** Those that can begin, and do so now. */
    synchronized List<Following> begin() {
        List<Following> begun = at(Stage.BEGINNING);
        begun.forEach(each -> each.goTo(Stage.READING));
        return begun;
    }

    /** Those that are read, ready or not. */
    synchronized List<Following> followed() {
        List<Following> followed = at(Stage.READING);
        followed.addAll(at(Stage.READY));
        return followed;
    }

    /** The partition's feed if it is read, ready or not. */
    synchronized Optional<PartitionFeed> reading(int partition) {
        return Optional.ofNullable(partitions.get(partition))
                .filter(each -> each.isAt(Stage.READING) || each.isAt(Stage.READY))
                .map(Following::feed);
    }

    synchronized List<Following> notReady() {
        return at(Stage.READING);
    }

    /** Whoever waits for a feed goes on elsewhere, since that may take long. */
    void ready(Following following) {
        synchronized (this) {
            if (!following.isAt(Stage.READING)) {
                return;
            }
            following.goTo(Stage.READY);
        }
        var _ = following.wanted().completeAsync(following::feed);
    }

    /** Whether it is followed, or is about to be. */
    synchronized boolean isWanted(int partition) {
        return partitions.containsKey(partition);
    }

    synchronized Optional<PartitionFeed> ready(int partition) {
        return Optional.ofNullable(partitions.get(partition))
                .filter(each -> each.isAt(Stage.READY))
                .map(Following::feed);
    }

    synchronized List<PartitionFeed> ready() {
        return at(Stage.READY).stream().map(Following::feed).toList();
    }

    /** Lets go of those that nobody has used for so long, and uses now. */
    synchronized List<PartitionFeed> releaseIdle(Duration idle, long nowNanos) {
        List<PartitionFeed> released = new ArrayList<>();
        for (Following each : at(Stage.READY)) {
            if (each.feed().isIdle(idle, nowNanos) && each.feed().releaseIfUnused()) {
                each.goTo(Stage.OVER);
                partitions.remove(each.partition());
                released.add(each.feed());
            }
        }
        return released;
    }

    /** Lets go of all, whoever uses or wants them, and tells them. */
    void interruptAll(RuntimeException failure) {
        List<Following> all;
        synchronized (this) {
            all = List.copyOf(partitions.values());
            all.forEach(each -> each.goTo(Stage.OVER));
            partitions.clear();
        }
        for (Following each : all) {
            each.wanted().completeExceptionally(failure);
            if (each.hasBegun()) {
                each.feed().interrupt();
            }
        }
    }

    private List<Following> at(Stage stage) {
        List<Following> found = new ArrayList<>();
        partitions.values().forEach(each -> {
            if (each.isAt(stage)) {
                found.add(each);
            }
        });
        return found;
    }
}
