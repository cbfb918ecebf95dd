package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last so many events of a partition by id, so that one that was sent twice is shown once. Not thread-safe. */
final class RecentEvents {
    static final int CAPACITY = 20_000;

    private final Map<MessageId, Seen> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<MessageId, Seen> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Whether this id is new here; remembers it. */
    boolean add(MessageId id, Seen event) {
        return seen.putIfAbsent(id, event) == null;
    }

    @Nullable
    Seen find(MessageId id) {
        return seen.get(id);
    }
}
