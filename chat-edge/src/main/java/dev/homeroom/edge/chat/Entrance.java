package dev.homeroom.edge.chat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.edge.chat.RoomDoor.Doorway;
import dev.homeroom.edge.chat.RoomDoor.Inside;
import dev.homeroom.edge.fanout.Entrant;
import dev.homeroom.edge.resume.Replay;
import dev.homeroom.edge.resume.Replayer;
import dev.homeroom.edge.socketio.Acknowledgement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes a connection into a room: first the ack is queued, then what was missed, then what waited meanwhile, then it is
 * live.
 */
final class Entrance {
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
            @Nullable Acknowledgement ack) {}

    /** Done when the connection is in the room or has been refused. */
    CompletableFuture<Void> enter(Entering entering) {
        if (connection.hasTooManyRooms(entering.doorway().room())) {
            Replies.refused(entering.ack(), ChatError.TOO_MANY_ROOMS.asIs());
            return CompletableFuture.completedFuture(null);
        }
        Position seen = entering.seen() == null ? null : entering.seen().position();
        return parts.door()
                .enter(entering.doorway(), entering.entrant(), seen)
                .orTimeout(parts.publishing().timeout().toMillis(), TimeUnit.MILLISECONDS)
                .thenAccept(inside -> settle(entering, inside))
                .exceptionally(_ -> {
                    Replies.refused(entering.ack(), ChatError.UNAVAILABLE.asIs());
                    return null;
                });
    }

    private void settle(Entering entering, Inside inside) {
        Cursor seen = entering.seen();
        connection.take(inside.place());
        // A membership may have ended after it was checked and before the place was taken.
        connection.recheck(entering.doorway().room());
        if (seen == null) {
            welcome(entering, inside, null);
            goLive(inside);
        } else {
            Thread.startVirtualThread(() -> resume(entering, inside, seen.position()));
        }
    }

    private void goLive(Inside inside) {
        Place place = inside.place();
        if (place.feed().goLive(place.subscription(), _ -> false)) {
            connection.flush();
        } else {
            connection.reconnect();
        }
    }

    private void resume(Entering entering, Inside inside, Position seen) {
        Place place = inside.place();
        Replayer.Request request = new Replayer.Request(place.feed(), place.subscription(), connection, seen);
        try {
            Replay replay = place.live().replayer().replay(request, () -> welcome(entering, inside, true));
            finish(replay, entering, inside);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            connection.reconnect();
        }
    }

    private void finish(Replay replay, Entering entering, Inside inside) {
        switch (replay) {
            case COMPLETE ->
                connection.tell(RoomNotices.caughtUp(entering.doorway().room(), before(inside)));
            case OUT_OF_REACH -> {
                welcome(entering, inside, false);
                goLive(inside);
            }
            case FAILED -> connection.reconnect();
        }
    }

    private void welcome(Entering entering, Inside inside, @Nullable Boolean resumed) {
        if (entering.ack() == null) {
            return;
        }
        ObjectNode reply = Replies.ok().put("room", entering.doorway().room().toString());
        entering.description().accept(reply);
        parts.people().writeTo(reply, entering.doorway().room(), inside.joined().present());
        reply.put("cursor", new Cursor(before(inside)).text());
        if (resumed != null) {
            reply.put("resumed", resumed);
        }
        entering.ack().send(reply);
    }

    private static Position before(Inside inside) {
        Position liveFrom = inside.place().subscription().liveFrom();
        return liveFrom.withOffset(liveFrom.offset() - 1);
    }
}
