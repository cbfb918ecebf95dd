package dev.homeroom.edge.chat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.chat.RoomDoor.Arriving;
import dev.homeroom.edge.chat.RoomDoor.Doorway;
import dev.homeroom.edge.chat.RoomDoor.Inside;
import dev.homeroom.edge.fanout.Entrant;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Subscription;
import dev.homeroom.edge.resume.Replay;
import dev.homeroom.edge.resume.Replaying;
import dev.homeroom.edge.socketio.Acknowledgement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a connection into a room: first it is kept on Kafka that it is there, then the ack is queued, then what was missed,
 * then what waited meanwhile, then it is live.
 */
final class Entrance {
    private static final Logger LOG = LoggerFactory.getLogger(Entrance.class);

    private final ChatConnection connection;
    private final ChatParts parts;

    Entrance(ChatConnection connection, ChatParts parts) {
        this.connection = connection;
        this.parts = parts;
    }

    /**
     * One entering.
     *
     * @param description writes the room into the ack
     * @param seen where the client resumes
     */
    record Entering(
            Doorway doorway,
            Entrant entrant,
            Consumer<ObjectNode> description,
            @Nullable Cursor seen,
            @Nullable Acknowledgement ack) {
        RoomId room() {
            return doorway.room();
        }
    }

    /**
     * Done when the connection is in the room or has been refused, which is decided within the time that a send has, whatever is
     * waited for. Whoever is refused and was in the room before is in it still.
     */
    CompletableFuture<Void> enter(Entering entering) {
        if (connection.places().isFull(entering.room(), parts.properties().maxRooms())) {
            Replies.refused(entering.ack(), ChatError.TOO_MANY_ROOMS.asIs());
            return CompletableFuture.completedFuture(null);
        }
        Deadline deadline = Deadline.in(parts.publishing().timeout());
        return resumable(entering)
                .orTimeout(deadline.leftMs(), TimeUnit.MILLISECONDS)
                .thenCompose(seen -> parts.door()
                        .enter(
                                List.of(new Arriving(entering.doorway(), entering.entrant(), seen.orElse(null))),
                                Duration.ofMillis(deadline.leftMs()))
                        .thenCompose(inside -> settle(entering, inside.getFirst(), seen.isPresent(), deadline)))
                .exceptionally(failure -> {
                    LOG.debug("A room could not be entered", failure);
                    Replies.refused(entering.ack(), ChatError.UNAVAILABLE.asIs());
                    return null;
                });
    }

    /** Where the client resumes, if this log has ever been that far. */
    private CompletableFuture<Optional<Position>> resumable(Entering entering) {
        if (entering.seen() == null) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        Position seen = entering.seen().position();
        LivePath live = entering.doorway().live();
        return live.feed(entering.room())
                .copy()
                .thenCompose(feed -> live.has(feed, seen))
                .thenApply(has -> has ? Optional.of(seen) : Optional.empty());
    }

    private CompletableFuture<Void> settle(Entering entering, Inside inside, boolean resumes, Deadline deadline) {
        Optional<Place> earlier = connection.places().in(entering.room());
        Place place = resumes ? inside.place().since(null) : inside.place();
        return connection
                .places()
                .take(List.of(place))
                .orTimeout(deadline.leftMs(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        notKept(inside, earlier);
                    }
                })
                .thenRun(() -> {
                    // A membership may have ended after it was checked and before the place was taken.
                    Optional<ChatError> objection = connection.recheck(entering.room());
                    if (objection.isPresent()) {
                        Replies.refused(entering.ack(), objection.get().asIs());
                    } else if (resumes) {
                        earlier.ifPresent(before -> place.subscription().goOnAfter(before.subscription()));
                        Thread.startVirtualThread(() -> resume(entering, inside));
                    } else {
                        welcome(entering, inside, entering.seen() == null ? null : false);
                        goLive(inside);
                    }
                });
    }

    /**
     * It could not be kept that the connection has this place. Where it had one before, which has been given back by now, it
     * has this one all the same: what it was told reaches up to where this place's live events begin.
     */
    private void notKept(Inside inside, Optional<Place> earlier) {
        if (earlier.isEmpty()) {
            var _ = connection.places().giveUp(inside.place().room());
        } else if (earlier.get().since() == null) {
            connection.reconnect(); // it was still catching up, and has been told of less
        } else {
            connection.places().caughtUp(inside.place(), before(inside));
            goLive(inside);
        }
    }

    private void goLive(Inside inside) {
        Place place = inside.place();
        if (place.feed().goLive(List.of(place.subscription()), _ -> false, () -> {})) {
            connection.flush();
        } else {
            connection.reconnect();
        }
    }

    private void resume(Entering entering, Inside inside) {
        try {
            Replaying replaying = catchingUp(entering, inside);
            Replay replay = inside.place().live().replayer().replay(replaying);
            finish(replay, replaying, entering, inside);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            connection.reconnect();
        } catch (RuntimeException e) {
            LOG.error("A replay failed", e);
            connection.reconnect();
        }
    }

    private Replaying catchingUp(Entering entering, Inside inside) {
        PartitionFeed feed = inside.place().feed();
        return new Replaying(
                feed,
                connection,
                List.of(inside.place().subscription()),
                Subscription::catchUp,
                new Replaying.Moments(
                        () -> welcome(entering, inside, true),
                        () -> connection.queue(RoomNotices.caughtUp(entering.room(), before(inside)))));
    }

    private void finish(Replay replay, Replaying replaying, Entering entering, Inside inside) {
        switch (replay) {
            case COMPLETE -> connection.places().caughtUp(inside.place(), before(inside));
            case OUT_OF_REACH -> {
                welcome(entering, inside, false);
                connection.places().caughtUp(inside.place(), before(inside));
                goLive(inside);
            }
            case ABANDONED -> {
                if (!replaying.hasBegun()) {
                    Replies.refused(entering.ack(), ChatError.UNAVAILABLE.asIs());
                }
            }
            case FAILED -> connection.reconnect();
        }
    }

    private void welcome(Entering entering, Inside inside, @Nullable Boolean resumed) {
        if (entering.ack() == null) {
            return;
        }
        ObjectNode reply = Replies.ok().put("room", entering.room().toString());
        entering.description().accept(reply);
        parts.people().writeTo(reply, entering.room(), inside.joined().present());
        reply.put("cursor", new Cursor(before(inside)).text());
        if (resumed != null) {
            reply.put("resumed", resumed);
        }
        entering.ack().send(reply);
    }

    /** The last position that the live events do not tell of. */
    private static Position before(Inside inside) {
        Subscription subscription = inside.place().subscription();
        Position liveFrom = subscription.liveFrom();
        return liveFrom.withOffset(
                Math.max(liveFrom.offset() - 1, subscription.seen().offset()));
    }
}
