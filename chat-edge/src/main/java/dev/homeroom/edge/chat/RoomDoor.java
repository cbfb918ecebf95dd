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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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

    /** @param seen the last position that the session has seen, if it resumes */
    CompletableFuture<Inside> enter(Doorway doorway, Entrant entrant, @Nullable Position seen) {
        return doorway.live()
                .feed(doorway.room())
                .copy()
                .thenCompose(feed -> feed.join(doorway.room(), entrant, seen)
                        .map(joined -> CompletableFuture.completedFuture(let(doorway, feed, joined, entrant.author())))
                        .orElseGet(() -> enter(doorway, entrant, seen)));
    }

    /** Stops delivering, and takes the person out of the room at once. */
    void leave(Place place) {
        place.feed().unsubscribe(place.subscription());
        depart(place);
    }

    /** Stops delivering; the person counts as present for a while, since they may come right back. */
    void vanish(Place place) {
        place.feed().unsubscribe(place.subscription());
        var _ = timer.schedule(() -> depart(place), properties.grace().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Inside let(Doorway doorway, PartitionFeed feed, Joined joined, Author author) {
        Place place = new Place(doorway.live(), feed, joined.subscription(), doorway.guestRoom());
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
