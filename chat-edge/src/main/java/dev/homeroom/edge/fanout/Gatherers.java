package dev.homeroom.edge.fanout;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalLong;

/** The feeds that still have to tell of somebody whom they have waited with, and when. For the tail's thread alone. */
final class Gatherers {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    /** By {@link System#nanoTime}. */
    private final Map<PartitionFeed, Long> due = new HashMap<>();

    /** A feed that has been told something, and so may wait with something from now on. */
    void add(PartitionFeed feed) {
        due.putIfAbsent(feed, System.nanoTime());
    }

    /** @param touched gets the sessions that were told something */
    void tell(long nowNanos, Collection<Subscriber> touched) {
        Iterator<Map.Entry<PartitionFeed, Long>> each = due.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<PartitionFeed, Long> next = each.next();
            if (next.getValue() - nowNanos <= 0) {
                OptionalLong again = next.getKey().endGatherings(nowNanos, touched);
                if (again.isPresent()) {
                    next.setValue(again.getAsLong());
                } else {
                    each.remove();
                }
            }
        }
    }

    /** So long may be waited for something else. */
    Duration atMost(Duration most, long nowNanos) {
        Duration shortest = most;
        for (long at : due.values()) {
            Duration left = Duration.ofNanos(at - nowNanos);
            shortest = left.compareTo(shortest) < 0 ? left : shortest;
        }
        return shortest.compareTo(SHORTEST) < 0 ? SHORTEST : shortest;
    }
}
