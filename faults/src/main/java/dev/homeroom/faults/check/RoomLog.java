package dev.homeroom.faults.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
     * @param digest of a message's author and text; 0 for what is none
     */
    record Entry(Spot spot, Kind kind, String id, int digest) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Entry> messages = new ArrayList<>();
    private final Map<String, Integer> messageIndex = new HashMap<>();
    private final Map<String, Set<Spot>> spots = new HashMap<>();
    private final Map<String, String> sent = new HashMap<>();
    private final List<String> doubles = new ArrayList<>();

    /** @param sentAs a message's author and the id that they gave it, if they did */
    void add(Entry entry, Optional<String> sentAs) {
        sentAs.ifPresent(name -> {
            String before = sent.putIfAbsent(name, entry.id());
            if (before != null && !before.equals(entry.id())) {
                doubles.add(entry.id() + " at " + entry.spot() + " as well as " + before);
            }
        });
        add(entry);
    }

    void add(Entry entry) {
        spots.computeIfAbsent(entry.id(), _ -> new HashSet<>()).add(entry.spot());
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

    /** Whether the event stands there, or there again. */
    boolean has(String id, Spot spot) {
        return spots.getOrDefault(id, Set.of()).contains(spot);
    }

    /** Whether this topic has the event, but not there. */
    boolean hasElsewhere(String id, Spot spot) {
        return !has(id, spot)
                && spots.getOrDefault(id, Set.of()).stream()
                        .anyMatch(each -> each.topic().equals(spot.topic()));
    }

    /** Messages that stand under another id what they were sent as before. */
    List<String> doubles() {
        return doubles;
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
