package dev.homeroom.edge.fanout;

import dev.homeroom.contract.RoomId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The rooms that have just been told that somebody came or went: whoever comes or goes there until a little later is waited for,
 * so that all of them are told of together. Not thread-safe: guarded by its partition's lock.
 */
final class Gatherings {
    private final long lengthNanos;
    /** By when they end, since all take equally long. */
    private final LinkedHashMap<RoomId, Gathering> rooms = new LinkedHashMap<>();

    private static final class Gathering {
        private final long endsAtNanos;
        private final Map<Row, Announcement> said = new HashMap<>();
        private int taken;

        Gathering(long endsAtNanos) {
            this.endsAtNanos = endsAtNanos;
        }
    }

    private record Row(long first, long last) {}

    /** @param lengthNanos 0 for none */
    Gatherings(long lengthNanos) {
        this.lengthNanos = lengthNanos;
    }

    /** Whether the room need not be told of this yet. */
    boolean take(News news, long nowNanos) {
        if (!news.isOfPresence() || lengthNanos == 0) {
            return false;
        }
        Gathering gathering = rooms.get(news.room());
        if (gathering == null) {
            rooms.put(news.room(), new Gathering(nowNanos + lengthNanos));
            return false;
        }
        gathering.taken++;
        return true;
    }

    /** Whether so many are waited for that those in the room are to be told now; if so, the next ones are gathered anew. */
    boolean endIfFull(RoomId room, long nowNanos) {
        Gathering gathering = rooms.get(room);
        if (gathering == null || gathering.taken < Narrator.MANY) {
            return false;
        }
        rooms.remove(room);
        rooms.put(room, new Gathering(nowNanos + lengthNanos));
        return true;
    }

    /** The same for all who are told of the same: it is put into words once. */
    Announcement together(List<News> alike, Function<List<News>, Announcement> words) {
        Gathering gathering = rooms.get(alike.getFirst().room());
        if (gathering == null) {
            return words.apply(alike);
        }
        Row row = new Row(alike.getFirst().offset(), alike.getLast().offset());
        return gathering.said.computeIfAbsent(row, _ -> words.apply(alike));
    }

    /** The rooms that are to be told now. They are waited for again; the others, where nobody came, are not. */
    List<RoomId> end(long nowNanos) {
        List<RoomId> due = new ArrayList<>();
        while (!rooms.isEmpty() && rooms.firstEntry().getValue().endsAtNanos - nowNanos <= 0) {
            Map.Entry<RoomId, Gathering> ended = rooms.pollFirstEntry();
            if (ended.getValue().taken > 0) {
                due.add(ended.getKey());
            }
        }
        due.forEach(room -> rooms.put(room, new Gathering(nowNanos + lengthNanos)));
        return due;
    }

    /** When the next one ends. */
    OptionalLong endsAtNanos() {
        return rooms.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rooms.firstEntry().getValue().endsAtNanos);
    }
}
