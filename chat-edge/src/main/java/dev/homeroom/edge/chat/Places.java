package dev.homeroom.edge.chat;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.recovery.EventStream;
import dev.homeroom.edge.recovery.SessionKeeping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rooms that one connection is in, and what is kept of that for other edges. Any thread: what is written last is how it
 * is, since it is written with the lock held.
 */
final class Places {
    private final ChatConnection connection;
    private final RoomDoor door;
    private final Occupants occupants;
    private final SessionKeeping keeping;
    private final EventStream events;
    private final Map<RoomId, Place> places = new HashMap<>();
    /** Rooms of a recovered session that it is not back in yet, but will be, here or on another edge. */
    private final Map<RoomId, SavedSession.Place> awaited = new HashMap<>();

    private boolean closed;

    Places(ChatConnection connection, ChatParts parts, SessionKeeping keeping, EventStream events) {
        this.connection = connection;
        this.door = parts.door();
        this.occupants = parts.occupants();
        this.keeping = keeping;
        this.events = events;
    }

    /** The connection will come back into these rooms; from now on it hears of their changes. */
    synchronized void await(Collection<SavedSession.Place> rooms) {
        rooms.forEach(place -> {
            awaited.put(place.room(), place);
            occupants.add(place.room(), connection);
        });
    }

    synchronized boolean isAwaited(RoomId room) {
        return awaited.containsKey(room);
    }

    /** As {@link #take}, but only of rooms that it still waits to come back into; gives the others back. */
    void takeBack(List<Place> taken) {
        List<Place> unwanted = new ArrayList<>();
        synchronized (this) {
            taken.stream().filter(place -> closed || !isAwaited(place.room())).forEach(unwanted::add);
            if (!closed) {
                taken.stream().filter(place -> isAwaited(place.room())).forEach(this::put);
                var _ = keep();
            }
        }
        unwanted.forEach(door::leave);
    }

    /**
     * Takes places that have just been got; gives them back at once if the connection has ended meanwhile.
     *
     * @return done when it is kept that the session has them; fails if it cannot be
     */
    CompletableFuture<Void> take(List<Place> taken) {
        List<Place> superfluous = new ArrayList<>();
        CompletableFuture<Void> kept;
        synchronized (this) {
            if (closed) {
                superfluous.addAll(taken);
                kept = CompletableFuture.completedFuture(null);
            } else {
                taken.forEach(place -> Optional.ofNullable(put(place)).ifPresent(superfluous::add));
                kept = keep();
            }
        }
        superfluous.forEach(place -> {
            door.leave(place);
            events.unfollow(place.partition());
        });
        return kept;
    }

    /** @return the place that it stands instead of */
    private @Nullable Place put(Place place) {
        awaited.remove(place.room());
        occupants.add(place.room(), connection);
        events.follow(place.subscription().seen());
        return places.put(place.room(), place);
    }

    /**
     * A place has been told of what was before this position. That is kept only when the client has it: what catches up has no
     * token, so until then nobody could say how much of it has come.
     */
    void caughtUp(Place caughtUp, Position position) {
        if (caughtUp.feed().isLive(caughtUp.subscription())) {
            // Else another room of the partition catches up, and the session has yet to be told what waits for it.
            // Nor is it known what another, faster edge has told of this room alone.
            long told = Math.min(
                    position.offset(), caughtUp.subscription().liveFrom().offset() - 1);
            events.reached(position.withOffset(told));
        }
        var _ = connection.roundTrip().thenRun(() -> keepCaughtUp(caughtUp, position));
    }

    private synchronized void keepCaughtUp(Place caughtUp, Position position) {
        Place place = places.get(caughtUp.room());
        if (place != null && place.subscription() == caughtUp.subscription()) {
            places.put(place.room(), place.since(position));
            var _ = keep();
        }
    }

    /** Whether it is in this room, or will come back into it. */
    synchronized boolean isOrWillBeIn(RoomId room) {
        return places.containsKey(room) || awaited.containsKey(room);
    }

    /** Whether it only looks into this room, or will again. */
    synchronized boolean isWatching(RoomId room) {
        Place place = places.get(room);
        SavedSession.Place back = awaited.get(room);
        return place == null
                ? back != null && back.watching()
                : place.subscription().isWatching();
    }

    synchronized Optional<Place> in(RoomId room) {
        return Optional.ofNullable(places.get(room));
    }

    /** Whether it is in so many rooms that it can be in no other. */
    synchronized boolean isFull(RoomId another, int most) {
        return !places.containsKey(another) && places.size() >= most;
    }

    /**
     * Leaves a room, if it is in it.
     *
     * @return done when no edge would take the session back there; fails if that could not be kept
     */
    CompletableFuture<Void> giveUp(RoomId room) {
        Place place;
        CompletableFuture<Void> kept;
        synchronized (this) {
            place = places.remove(room);
            if (place == null && awaited.remove(room) == null) {
                return CompletableFuture.completedFuture(null);
            }
            occupants.remove(room, connection);
            kept = keep();
        }
        if (place == null) {
            return kept;
        }
        door.leave(place);
        return kept.thenRun(() -> events.unfollow(place.partition()));
    }

    private CompletableFuture<Void> keep() {
        return keeping.save(saved());
    }

    private List<SavedSession.Place> saved() {
        Map<RoomId, SavedSession.Place> all = new LinkedHashMap<>(awaited);
        places.forEach((room, place) -> all.put(room, place.saved()));
        return List.copyOf(all.values());
    }

    /** The session is over. */
    void end() {
        leaveAll(door::leave);
        keeping.forget();
    }

    /** The session goes on over another connection. */
    void handOver() {
        leaveAll(door::vanish);
        keeping.stopWatching();
    }

    /** The connection was lost; for a while the session can be claimed. */
    void drop(Duration window) {
        List<SavedSession.Place> saved;
        synchronized (this) {
            saved = saved();
        }
        keeping.dropped(saved, events.end(leaveAll(door::vanish)), window);
    }

    /**
     * @return for each partition the earliest of its rooms' positions; nothing at all where a room was not live
     */
    private Collection<Position> leaveAll(Function<Place, Optional<Position>> leave) {
        List<Place> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(places.values());
            places.clear();
            left.forEach(place -> occupants.remove(place.room(), connection));
            awaited.keySet().forEach(room -> occupants.remove(room, connection));
        }
        List<Optional<Position>> through = left.stream().map(leave).toList();
        return through.stream().anyMatch(Optional::isEmpty)
                ? List.of()
                : through.stream()
                        .flatMap(Optional::stream)
                        .collect(Collectors.toMap(
                                Position::partition,
                                Function.identity(),
                                BinaryOperator.minBy(Comparator.comparingLong(Position::offset))))
                        .values();
    }
}
