package dev.homeroom.edge.fanout;

import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a partition's rooms were told lately, so that whoever comes back soon is told from memory and not from Kafka. Of rooms
 * that were quiet for longer it still knows that they were. Bounded in bytes and in rooms. Not thread-safe: guarded by its
 * partition's lock.
 */
public final class Recall {
    private static final int MOST_ROOMS = 50_000;

    /**
     * An event that was told.
     *
     * @param bytes about what it takes
     */
    public record Told(RoomId room, MessageId id, Position position, Announcement announcement, int bytes) {}

    private static final class Memory {
        private final ArrayDeque<Told> events = new ArrayDeque<>(2);
        private long last;
    }

    private final long maxBytes;
    /** The room with the newest event is last. */
    private final LinkedHashMap<RoomId, Memory> rooms = new LinkedHashMap<>();

    private final ArrayDeque<Told> inOrder = new ArrayDeque<>();
    private long bytes;
    private long completeFrom;
    private long quietFrom;

    /** @param from the first offset that it will be told of */
    Recall(long maxBytes, long from) {
        this.maxBytes = maxBytes;
        this.completeFrom = from;
        this.quietFrom = from;
    }

    void add(Told told) {
        Memory memory = rooms.remove(told.room());
        if (memory == null) {
            memory = new Memory();
        }
        memory.events.add(told);
        memory.last = told.position().offset();
        rooms.put(told.room(), memory);
        inOrder.add(told);
        bytes += told.bytes();
        forgetEvents();
        forgetRooms();
    }

    private void forgetEvents() {
        while (bytes > maxBytes) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Told oldest = inOrder.remove();
        Objects.requireNonNull(rooms.get(oldest.room())).events.remove();
        bytes -= oldest.bytes();
        completeFrom = oldest.position().offset() + 1;
    }

    private void forgetRooms() {
        if (rooms.size() > MOST_ROOMS) {
            Memory quietest = rooms.firstEntry().getValue();
            while (!quietest.events.isEmpty()) {
                forgetOldest();
            }
            rooms.pollFirstEntry();
            quietFrom = quietest.last + 1;
        }
    }

    /**
     * What these rooms were told, in the order of the partition.
     *
     * @param seen for each room the last offset that need not be told again
     * @return empty if its memory does not reach back that far
     */
    Optional<List<Told>> since(Map<RoomId, Long> seen) {
        List<Told> missed = new ArrayList<>();
        for (Map.Entry<RoomId, Long> each : seen.entrySet()) {
            Memory memory = rooms.get(each.getKey());
            long after = each.getValue();
            boolean quiet = memory == null ? after + 1 >= quietFrom : memory.last <= after;
            if (!quiet && after + 1 < completeFrom) {
                return Optional.empty();
            }
            if (memory != null && !quiet) {
                memory.events.stream()
                        .filter(told -> told.position().offset() > after)
                        .forEach(missed::add);
            }
        }
        missed.sort(Comparator.comparingLong(told -> told.position().offset()));
        return Optional.of(missed);
    }
}
