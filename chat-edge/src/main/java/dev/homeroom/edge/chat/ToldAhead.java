package dev.homeroom.edge.chat;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Recall;
import dev.homeroom.edge.recovery.ClaimedSession.SeenPlace;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a session missed and is told ahead of the answer to its CONNECT: all of it, or nothing.
 *
 * @param events in the order in which they are told
 * @param places where the session goes back, and how far it has been told once these events have been
 * @param isAll whether it is all
 */
record ToldAhead(List<Event> events, List<SeenPlace> places, boolean isAll) {
    /** What a network carries in one go at the beginning of a connection (RFC 6928), so that all of it comes or nothing. */
    private static final int MOST_BYTES = 14_000;

    /** One event in the words of the place where it is told. */
    record Event(Position position, TokenedEvent words) {}

    /** Nothing, if it is too much or if memory does not reach back so far. */
    static ToldAhead of(LivePath live, List<SeenPlace> places) {
        List<Event> events = new ArrayList<>();
        List<SeenPlace> told = new ArrayList<>();
        for (List<SeenPlace> partition : places.stream()
                .collect(Collectors.groupingBy(seen -> seen.seen().partition()))
                .values()) {
            Optional<ToldAhead> ahead =
                    live.followed(partition.getFirst().place().room()).flatMap(feed -> inOne(feed, partition));
            if (ahead.isEmpty()) {
                return new ToldAhead(List.of(), places, false);
            }
            events.addAll(ahead.get().events());
            told.addAll(ahead.get().places());
        }
        int bytes = events.stream().mapToInt(event -> event.words().size()).sum();
        return bytes > MOST_BYTES ? new ToldAhead(List.of(), places, false) : new ToldAhead(events, told, true);
    }

    private static Optional<ToldAhead> inOne(PartitionFeed feed, List<SeenPlace> partition) {
        Position next = feed.next();
        Map<RoomId, Long> seen = new HashMap<>();
        Map<RoomId, Dialect> dialects = new HashMap<>();
        for (SeenPlace each : partition) {
            seen.put(each.place().room(), each.seen().offset());
            dialects.put(each.place().room(), each.place().plain() ? Dialect.PLAIN : Dialect.ROOM);
        }
        return feed.recall(seen, next.offset())
                .map(told -> new ToldAhead(
                        told.stream()
                                .flatMap(each ->
                                        inWords(each, dialects.getOrDefault(each.room(), Dialect.ROOM)).stream())
                                .toList(),
                        partition.stream().map(each -> through(each, next)).toList(),
                        true));
    }

    private static Optional<Event> inWords(Recall.Told told, Dialect dialect) {
        return Optional.ofNullable(told.announcement().in(dialect)).map(words -> new Event(told.position(), words));
    }

    private static SeenPlace through(SeenPlace place, Position next) {
        return new SeenPlace(
                place.place(), next.withOffset(Math.max(place.seen().offset(), next.offset() - 1)));
    }

    void tell(ChatConnection connection) {
        events.forEach(event -> connection.tell(event.position(), event.words()));
    }
}
