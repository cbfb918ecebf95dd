package dev.homeroom.edge.fanout;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.News.Passing;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Words for people who came or went, remembered for a while: whoever is told of the same people is told in the same words, live
 * or later, so they are encoded once. Thread-safe.
 */
final class Phrases {
    private static final int MOST = 64;

    private final Announcer announcer;
    private final Function<RoomId, Collection<Author>> present;
    private final Map<Row, Announcement> said = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Row, Announcement> eldest) {
            return size() > MOST;
        }
    };

    /** Those who are told live of fewer people in between may have the same ends. */
    private record Row(RoomId room, long first, long last, int size) {}

    /** @param present who is in a room now */
    Phrases(Announcer announcer, Function<RoomId, Collection<Author>> present) {
        this.announcer = announcer;
        this.present = present;
    }

    /** @param passings at least one, all alike, in a row */
    synchronized Announcement of(List<Passing> passings) {
        RoomId room = passings.getFirst().room();
        Row row = new Row(room, passings.getFirst().offset(), passings.getLast().offset(), passings.size());
        return said.computeIfAbsent(row, _ -> announcer.announce(passings, () -> present.apply(room)));
    }
}
