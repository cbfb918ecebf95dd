package dev.homeroom.edge.chat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.chat.RoomDoor.Arriving;
import dev.homeroom.edge.chat.RoomDoor.Doorway;
import dev.homeroom.edge.chat.RoomDoor.Inside;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.fanout.Entrant;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Subscription;
import dev.homeroom.edge.recovery.ClaimedSession.SeenPlace;
import dev.homeroom.edge.resume.Replay;
import dev.homeroom.edge.resume.Replaying;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A claimed session's going back into its rooms: partition by partition, so that what was missed is told in the order that the
 * tokens need. It comes behind the answer to the CONNECT, when the client has handled that: the standard client would keep what
 * comes earlier without moving its token, and be told of it again if the answer were lost. If the telling fails half-way, the
 * connection is closed, and the client comes back with the token that it then has.
 */
final class ComingBack {
    private static final Logger LOG = LoggerFactory.getLogger(ComingBack.class);

    private final LivePath live;
    private final ChatParts parts;
    private final List<SeenPlace> places;
    private final List<SavedSession.Place> lost;

    private ComingBack(LivePath live, ChatParts parts, List<SeenPlace> places, List<SavedSession.Place> lost) {
        this.live = live;
        this.parts = parts;
        this.places = places;
        this.lost = lost;
    }

    /**
     * @param places where the session goes back
     * @param lost where it was and may not be any more
     */
    static ComingBack of(LivePath live, ChatParts parts, List<SeenPlace> places, List<SavedSession.Place> lost) {
        return new ComingBack(live, parts, places, lost);
    }

    /** All that the session was in, until it is said that it is not. */
    List<SavedSession.Place> places() {
        return Stream.concat(places.stream().map(SeenPlace::place), lost.stream())
                .toList();
    }

    List<RoomId> rooms() {
        return places.stream().map(seen -> seen.place().room()).toList();
    }

    /**
     * Goes on on a thread of its own. The connection hears of its rooms' changes by now; what changed after the rooms were looked at
     * and before that is looked at here.
     *
     * @return done when the session is in all its rooms, or its connection has been closed
     */
    CompletableFuture<Void> begin(ChatConnection connection) {
        lost.forEach(place -> connection.putOut(place.room(), "removed"));
        rooms().forEach(connection::recheck);
        if (places.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            try {
                awaitAnswerHandled(connection);
                run(connection);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                connection.reconnect();
            } catch (RuntimeException e) {
                LOG.warn("A session could not go back into its rooms: {}", String.valueOf(e.getMessage()));
                connection.reconnect();
            } finally {
                done.complete(null);
            }
        });
        return done;
    }

    /** A client that closes the connection as soon as it is connected must not have more of it in its hands by then. */
    private void awaitAnswerHandled(ChatConnection connection) throws InterruptedException {
        try {
            connection
                    .roundTrip()
                    .toCompletableFuture()
                    .get(parts.recovery().timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("No answer in time", e);
        }
    }

    private void run(ChatConnection connection) throws InterruptedException {
        Collection<List<SeenPlace>> partitions = places.stream()
                .collect(Collectors.groupingBy(seen -> seen.seen().partition()))
                .values();
        for (List<SeenPlace> partition : partitions) {
            List<SeenPlace> still = partition.stream()
                    .filter(seen -> connection.places().isAwaited(seen.place().room()))
                    .toList();
            if (!still.isEmpty() && !goBack(connection, still)) {
                connection.reconnect();
                return;
            }
        }
    }

    /** @return whether all that was missed in these rooms of one partition has been told */
    private boolean goBack(ChatConnection connection, List<SeenPlace> partition) throws InterruptedException {
        List<Inside> inside = parts.door()
                .enter(
                        partition.stream()
                                .map(seen -> arriving(connection, seen))
                                .toList(),
                        parts.publishing().timeout())
                .join();
        connection.places().takeBack(places(partition, inside));
        partition.forEach(seen -> connection.recheck(seen.place().room()));
        Replay replay = live.replayer().replay(replaying(connection, inside));
        if (replay == Replay.COMPLETE) {
            inside.forEach(each -> sayWhatChanged(connection, each.place().room()));
        }
        return replay == Replay.COMPLETE || replay == Replay.ABANDONED;
    }

    /** Each as it is kept: told of from where the session has entered, since only the client knows how much of that it has. */
    private static List<Place> places(List<SeenPlace> seen, List<Inside> inside) {
        return IntStream.range(0, seen.size())
                .mapToObj(i -> inside.get(i).place().since(seen.get(i).place().since()))
                .toList();
    }

    private Arriving arriving(ChatConnection connection, SeenPlace seen) {
        SavedSession.Place place = seen.place();
        return new Arriving(
                new Doorway(live, place.room(), place.guestRoom()),
                new Entrant(place.author(), connection, place.plain() ? Dialect.PLAIN : Dialect.ROOM, place.watching()),
                seen.seen());
    }

    private static Replaying replaying(ChatConnection connection, List<Inside> inside) {
        PartitionFeed feed = inside.getFirst().place().feed();
        List<Subscription> rooms =
                inside.stream().map(each -> each.place().subscription()).toList();
        return new Replaying(feed, connection, rooms, Subscription::tell, new Replaying.Moments(() -> {}, () -> {}));
    }

    /** The room may have changed while nobody could say so. */
    private void sayWhatChanged(ChatConnection connection, RoomId room) {
        if (connection.places().in(room).isPresent()) {
            parts.directory().find(room).ifPresent(found -> connection.roomChanged(room, found));
        }
    }
}
