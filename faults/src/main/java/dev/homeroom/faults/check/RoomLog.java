package dev.homeroom.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One room's records, in the order of the log. A message that stands there twice counts where it stands first. Not thread-safe.
 */
final class RoomLog {
    /** What is looked at. */
    enum Kind {
        MESSAGE,
        ENTERED,
        LEFT,
        REMOVED
    }

    /**
     * A record.
     *
     * @param id of the event
     */
    record Entry(Spot spot, Kind kind, String id) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> messages = new ArrayList<>();
    private final Map<String, Integer> messageIndex = new HashMap<>();

    void add(Entry entry) {
        if (entry.kind() == Kind.MESSAGE) {
            if (messageIndex.putIfAbsent(entry.id(), messages.size()) != null) {
                return;
            }
            messages.add(entry);
        }
        entries.add(entry);
    }

    List<Entry> entries() {
        return entries;
    }

    List<Entry> messages() {
        return messages;
    }

    /** A message by its id. */
    Optional<Entry> message(String id) {
        return Optional.ofNullable(messageIndex.get(id)).map(messages::get);
    }

    /**
     * The messages after one place and before another of the same partition.
     *
     * @param before null for all that follow
     */
    List<Entry> messagesBetween(Spot after, @Nullable Spot before) {
        int from = firstAfter(after);
        int to = from;
        while (to < messages.size()
                && messages.get(to).spot().comparableWith(after)
                && (before == null || messages.get(to).spot().offset() < before.offset())) {
            to++;
        }
        return messages.subList(from, to);
    }

    /** By bisection, within the messages of this topic. */
    private int firstAfter(Spot after) {
        int low = 0;
        int high = messages.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            Spot spot = messages.get(middle).spot();
            if ((spot.comparableWith(after) && spot.offset() <= after.offset())
                    || isOfEarlierTopic(spot, after, middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Topics that were re-created follow one another. */
    private boolean isOfEarlierTopic(Spot spot, Spot wanted, int index) {
        return !spot.topic().equals(wanted.topic())
                && messages.subList(index, messages.size()).stream()
                        .anyMatch(entry -> entry.spot().topic().equals(wanted.topic()));
    }
}
