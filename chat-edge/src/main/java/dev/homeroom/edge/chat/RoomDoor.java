package dev.homeroom.edge.chat;

import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Entrant;
import dev.homeroom.edge.fanout.Joined;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Subscription;
import dev.homeroom.edge.presence.PresenceProperties;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets sessions into rooms and out again, and has it said when that is news to the room. */
@Component
final class RoomDoor {
    private final PresenceProperties properties;
    private final ScheduledExecutorService timer;

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
                .map(each -> new PartitionFeed.Entering(
                        each.doorway().room(), each.entrant(), each.doorway().guestRoom(), each.seen()))
                .toList();
    }

    private List<Inside> let(List<Arriving> arriving, PartitionFeed feed, List<Joined> joined) {
        arriving.getFirst().doorway().live().herald().say(feed);
        return IntStream.range(0, joined.size())
                .mapToObj(i -> let(arriving.get(i).doorway(), feed, joined.get(i)))
                .toList();
    }

    /**
     * Stops delivering, and takes the person out of the room at once, if the room knew of them.
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

    private static Inside let(Doorway doorway, PartitionFeed feed, Joined joined) {
        Place place = new Place(
                doorway.live(),
                feed,
                joined.subscription(),
                doorway.guestRoom(),
                joined.subscription().seen());
        return new Inside(place, joined);
    }

    private static void depart(Place place) {
        Subscription subscription = place.subscription();
        if (subscription.isWatching()) {
            return;
        }
        place.feed().depart(subscription.room(), subscription.author());
        place.live().herald().say(place.feed());
    }
}
