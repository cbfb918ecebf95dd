package dev.homeroom.edge.fanout;

import dev.homeroom.contract.RoomId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that have just been told that somebody came or went: whoever comes or goes there until a little later is waited for,
 * so that all of them are told of together. Not thread-safe: guarded by its partition's lock.
 */
final class Gatherings {
    private final long lengthNanos;
    /** By when they end, since all take equally long. */
    private final LinkedHashMap<RoomId, Gathering> rooms = new LinkedHashMap<>();

    /**
     * @param from the ordinal of the first that is waited for
     * @param until the ordinal of the next one
     */
    private record Gathering(long endsAtNanos, int from, int until) {
        boolean isEmpty() {
            return from == until;
        }

        Gathering withOneMore() {
            return new Gathering(endsAtNanos, from, until + 1);
        }
    }

    /** @param lengthNanos 0 for none */
    Gatherings(long lengthNanos) {
        this.lengthNanos = lengthNanos;
    }

    /** What the next one of this room is numbered. */
    int nextOrdinal(RoomId room) {
        Gathering gathering = rooms.get(room);
        return gathering == null ? 0 : gathering.until();
    }

    /** Whether the room need not be told of this yet. */
    boolean take(News.Passing passing, long nowNanos) {
        if (lengthNanos == 0) {
            return false;
        }
        Gathering gathering = rooms.computeIfPresent(passing.room(), (_, known) -> known.withOneMore());
        if (gathering == null) {
            begin(passing.room(), passing.ordinal() + 1, nowNanos);
        }
        return gathering != null;
    }

    private void begin(RoomId room, int from, long nowNanos) {
        rooms.put(room, new Gathering(nowNanos + lengthNanos, from, from));
    }

    /** Whether those who are waited for fill an event, so that the room is to be told now; if so, the next are gathered anew. */
    boolean endIfFull(RoomId room, long nowNanos) {
        @Nullable Gathering gathering = rooms.get(room);
        if (gathering == null || gathering.isEmpty() || gathering.until() % Narrator.MANY != 0) {
            return false;
        }
        rooms.remove(room);
        begin(room, gathering.until(), nowNanos);
        return true;
    }

    /** The rooms that are to be told now. They are waited for again; the others, where nobody came, are not. */
    List<RoomId> end(long nowNanos) {
        List<RoomId> due = new ArrayList<>();
        while (!rooms.isEmpty() && rooms.firstEntry().getValue().endsAtNanos() - nowNanos <= 0) {
            Map.Entry<RoomId, Gathering> ended = rooms.pollFirstEntry();
            if (!ended.getValue().isEmpty()) {
                due.add(ended.getKey());
                begin(ended.getKey(), ended.getValue().until(), nowNanos);
            }
        }
        return due;
    }

    /** When the next one ends. */
    OptionalLong endsAtNanos() {
        return rooms.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(rooms.firstEntry().getValue().endsAtNanos());
    }
}
