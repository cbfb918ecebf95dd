package dev.homeroom.edge.recovery;

import dev.homeroom.contract.SavedSession;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to hear of which sessions' records: while a session changes hands on one edge there are two. Any thread; they are
 * told on the thread that reads.
 */
final class SessionWatches {
    private final Map<String, CopyOnWriteArrayList<Watcher>> watchers = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> partitions = new ConcurrentHashMap<>();

    /** Hears of each record of one session; may hear of one again, and of ones from before it began to watch. Must not block. */
    interface Watcher {
        void heard(Heard heard);
    }

    /**
     * A record as it came by.
     *
     * @param session null for a tombstone
     * @param stands whether it counts; if not, the one before goes on to stand
     */
    record Heard(@Nullable SavedSession session, long offset, boolean stands) {}

    void add(PrivateId id, Watcher watcher) {
        partitions.merge(id.partition(), 1, Integer::sum);
        watchers.compute(id.key(), (_, before) -> {
            CopyOnWriteArrayList<Watcher> all = before == null ? new CopyOnWriteArrayList<>() : before;
            all.add(watcher);
            return all;
        });
    }

    void remove(PrivateId id, Watcher watcher) {
        watchers.computeIfPresent(id.key(), (_, all) -> {
            if (all.remove(watcher)) {
                partitions.computeIfPresent(id.partition(), (_, count) -> count == 1 ? null : count - 1);
            }
            return all.isEmpty() ? null : all;
        });
    }

    void tell(String key, Heard heard) {
        CopyOnWriteArrayList<Watcher> all = watchers.get(key);
        if (all != null) {
            all.forEach(watcher -> watcher.heard(heard));
        }
    }

    /** Where the watched sessions are. */
    Set<Integer> partitions() {
        return partitions.keySet();
    }
}
