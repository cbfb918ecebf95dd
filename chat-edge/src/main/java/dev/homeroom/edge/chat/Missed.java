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
 * What a session missed, as far as it can be told at once.
 *
 * @param events in the order in which they are told
 * @param places where the session goes back, and how far it has been told once these events have been
 */
record Missed(List<Recall.Told> events, List<SeenPlace> places) {
    private static final int MOST_BYTES = 256 * 1024;

    /** Nothing, if it is too much or if memory does not reach back so far. */
    static Missed of(LivePath live, List<SeenPlace> places) {
        List<Recall.Told> events = new ArrayList<>();
        List<SeenPlace> told = new ArrayList<>();
        for (List<SeenPlace> partition : places.stream()
                .collect(Collectors.groupingBy(seen -> seen.seen().partition()))
                .values()) {
            Optional<PartitionFeed> feed =
                    live.followed(partition.getFirst().place().room());
            Optional<Missed> missed = feed.flatMap(found -> inOne(found, partition));
            if (missed.isEmpty()) {
                return new Missed(List.of(), places);
            }
            events.addAll(missed.get().events());
            told.addAll(missed.get().places());
        }
        int bytes = events.stream().mapToInt(Recall.Told::bytes).sum();
        return bytes > MOST_BYTES ? new Missed(List.of(), places) : new Missed(events, told);
    }

    private static Optional<Missed> inOne(PartitionFeed feed, List<SeenPlace> partition) {
        Position next = feed.next();
        Map<RoomId, Long> seen = new HashMap<>();
        partition.forEach(each -> seen.put(each.place().room(), each.seen().offset()));
        return feed.recall(seen, next.offset())
                .map(events -> new Missed(
                        events,
                        partition.stream().map(each -> through(each, next)).toList()));
    }

    private static SeenPlace through(SeenPlace place, Position next) {
        return new SeenPlace(
                place.place(), next.withOffset(Math.max(place.seen().offset(), next.offset() - 1)));
    }

    void tell(ChatConnection connection) {
        Map<RoomId, Dialect> dialects = new HashMap<>();
        places.forEach(each -> dialects.put(each.place().room(), each.place().plain() ? Dialect.PLAIN : Dialect.ROOM));
        for (Recall.Told told : events) {
            TokenedEvent event = told.announcement().in(dialects.getOrDefault(told.room(), Dialect.ROOM));
            if (event != null) {
                connection.tell(told.position(), event);
            }
        }
    }
}
