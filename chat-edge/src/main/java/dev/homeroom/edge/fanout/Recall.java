package dev.homeroom.edge.fanout;

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
    private record Remembered(News news, int bytes) {}

    private static final class Memory {
        private final ArrayDeque<Remembered> events = new ArrayDeque<>(2);
        private long last;
    }

    private final long maxBytes;
    private final int maxRooms;
    /** The room with the newest event is last. */
    private final LinkedHashMap<RoomId, Memory> rooms = new LinkedHashMap<>();

    private final ArrayDeque<Remembered> inOrder = new ArrayDeque<>();
    private long bytes;
    private long completeFrom;
    private long quietFrom;

    /** @param from the first offset that it will be told of */
    Recall(long maxBytes, int maxRooms, long from) {
        this.maxBytes = maxBytes;
        this.maxRooms = maxRooms;
        this.completeFrom = from;
        this.quietFrom = from;
    }

    /** @param size about how many bytes it takes */
    void add(News news, int size) {
        RoomId room = news.room();
        Memory memory = rooms.remove(room);
        if (memory == null) {
            memory = new Memory();
        }
        Remembered remembered = new Remembered(news, size);
        memory.events.add(remembered);
        memory.last = news.offset();
        rooms.put(room, memory);
        inOrder.add(remembered);
        bytes += size;
        forgetEvents();
        forgetRooms();
    }

    private void forgetEvents() {
        while (bytes > maxBytes) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Remembered oldest = inOrder.remove();
        Objects.requireNonNull(rooms.get(oldest.news().room())).events.remove();
        bytes -= oldest.bytes();
        completeFrom = oldest.news().offset() + 1;
    }

    private void forgetRooms() {
        if (rooms.size() > maxRooms) {
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
    Optional<List<News>> since(Map<RoomId, Long> seen) {
        List<News> missed = new ArrayList<>();
        for (Map.Entry<RoomId, Long> each : seen.entrySet()) {
            Memory memory = rooms.get(each.getKey());
            long after = each.getValue();
            boolean quiet = memory == null ? after + 1 >= quietFrom : memory.last <= after;
            if (!quiet && after + 1 < completeFrom) {
                return Optional.empty();
            }
            if (memory != null && !quiet) {
                memory.events.stream()
                        .map(Remembered::news)
                        .filter(news -> news.offset() > after)
                        .forEach(missed::add);
            }
        }
        missed.sort(Comparator.comparingLong(News::offset));
        return Optional.of(missed);
    }
}
