package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Departed;
import dev.homeroom.edge.fanout.Entrant;
import dev.homeroom.edge.fanout.Joined;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.presence.Arrival;
import dev.homeroom.edge.presence.PresenceProperties;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets sessions into rooms and out again, and tells the room and the other edges when that is news. */
@Component
final class RoomDoor {
    private final PresenceProperties properties;
    private final ScheduledExecutorService timer;
    private final Clock clock = Clock.systemUTC();

    RoomDoor(PresenceProperties properties, ScheduledExecutorService timer) {
        this.properties = properties;
        this.timer = timer;
    }

    /** A room that somebody wants to enter. */
    record Doorway(LivePath live, RoomId room, @Nullable GuestRoom guestRoom) {}

    /** Somebody is in. */
    record Inside(Place place, Joined joined) {}

    /**
     * Somebody at the door.
     *
     * @param seen the last position that the session has seen, if it comes back
     */
    record Arriving(
            Doorway doorway, Entrant entrant, @Nullable Position seen) {}

    /** Lets a session into rooms of one partition, at one position. Whoever is in after the time is out again at once. */
    CompletableFuture<List<Inside>> enter(List<Arriving> arriving, Duration timeout) {
        CompletableFuture<List<Inside>> entered = new CompletableFuture<>();
        var _ = enter(arriving).whenComplete((inside, failure) -> {
            if (failure != null) {
                entered.completeExceptionally(failure);
            } else if (!entered.complete(inside)) {
                inside.forEach(late -> leave(late.place()));
            }
        });
        return entered.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    private CompletableFuture<List<Inside>> enter(List<Arriving> arriving) {
        Doorway first = arriving.getFirst().doorway();
        return first.live()
                .feed(first.room())
                .copy()
                .thenCompose(feed -> feed.join(entering(arriving))
                        .map(joined -> CompletableFuture.completedFuture(let(arriving, feed, joined)))
                        .orElseGet(() -> enter(arriving)));
    }

    private static List<PartitionFeed.Entering> entering(List<Arriving> arriving) {
        return arriving.stream()
                .map(each -> new PartitionFeed.Entering(each.doorway().room(), each.entrant(), each.seen()))
                .toList();
    }

    private List<Inside> let(List<Arriving> arriving, PartitionFeed feed, List<Joined> joined) {
        return IntStream.range(0, joined.size())
                .mapToObj(i -> let(
                        arriving.get(i).doorway(),
                        feed,
                        joined.get(i),
                        arriving.get(i).entrant().author()))
                .toList();
    }

    /**
     * Stops delivering, and takes the person out of the room at once.
     *
     * @return the last position that the session was told of, or would have been; empty if it was not live
     */
    Optional<Position> leave(Place place) {
        Optional<Position> through = place.feed().unsubscribe(place.subscription());
        depart(place);
        return through;
    }

    /** As {@link #leave}, but the person counts as present for a while, since they may come right back. */
    Optional<Position> vanish(Place place) {
        Optional<Position> through = place.feed().unsubscribe(place.subscription());
        var _ = timer.schedule(() -> depart(place), properties.grace().toMillis(), TimeUnit.MILLISECONDS);
        return through;
    }

    private Inside let(Doorway doorway, PartitionFeed feed, Joined joined, Author author) {
        Place place = new Place(
                doorway.live(),
                feed,
                joined.subscription(),
                doorway.guestRoom(),
                joined.subscription().seen());
        if (joined.arrival() != Arrival.ALREADY_HERE) {
            writeList(place);
        }
        if (joined.arrival() == Arrival.FIRST_ANYWHERE) {
            PresenceChange change = new PresenceChange(doorway.live().self(), joined.sequence());
            doorway.live()
                    .publisher()
                    .publishSoon(new RoomEvent.Entered(
                            MessageId.create(), doorway.room(), author, now(), doorway.guestRoom(), change));
        }
        return new Inside(place, joined);
    }

    private void depart(Place place) {
        RoomId room = place.subscription().room();
        Author author = place.subscription().author();
        Departed departed = place.feed().depart(room, author);
        switch (departed.departure()) {
            case LAST_ANYWHERE -> {
                writeList(place);
                PresenceChange change = new PresenceChange(place.live().self(), departed.sequence());
                place.live()
                        .publisher()
                        .publishSoon(
                                new RoomEvent.Left(MessageId.create(), room, author, now(), place.guestRoom(), change));
            }
            case LAST_HERE -> writeList(place);
            case STILL_HERE, WAS_NOT_HERE -> {}
        }
    }

    private void writeList(Place place) {
        RoomId room = place.subscription().room();
        place.live().presence().changed(room, () -> place.feed().listOf(room, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
