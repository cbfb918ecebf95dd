package dev.homeroom.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

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

    /** Where a message stands among {@link #messages}; empty if it is not there. */
    OptionalInt indexOf(String id) {
        Integer index = messageIndex.get(id);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /**
     * Where the first message behind a place stands among {@link #messages}; their number if there is none. What is in a topic
     * that took another's place comes behind it.
     */
    int firstAfter(Spot after) {
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
