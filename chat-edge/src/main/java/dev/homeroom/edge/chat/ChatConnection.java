package dev.homeroom.edge.chat;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.Timeout;
import dev.homeroom.edge.fanout.Subscriber;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.Standing;
import dev.homeroom.edge.publish.RateLimit;
import dev.homeroom.edge.recovery.EventStream;
import dev.homeroom.edge.recovery.SessionKeeping;
import dev.homeroom.edge.socketio.Acknowledgement;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.Socket;
import dev.homeroom.edge.socketio.SocketListener;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One connection: takes its requests, holds its places in rooms, and is told of what happens there.
 *
 * <p>Requests come one at a time. Answers, events and changes of rooms come on other threads; the places are guarded by
 * this object's lock.
 */
final class ChatConnection implements SocketListener, Subscriber {
    private final Socket socket;
    private final Identity identity;
    private final ChatParts parts;
    private final RateLimit limit;
    private final RoomDialect roomDialect;
    private final PlainDialect plainDialect;
    private final EventStream events;
    private final Places places;
    private final RoomQueues queues = new RoomQueues();
    private final @Nullable Timeout expiry;

    ChatConnection(Socket socket, Identity identity, ChatParts parts, SessionKeeping keeping) {
        this.socket = socket;
        this.identity = identity;
        this.parts = parts;
        this.events = keeping.events(socket::emit);
        this.places = new Places(this, parts, keeping, events);
        this.limit = socket.shared(
                RateLimit.class,
                () -> new RateLimit(
                        parts.publishing().ratePerSecond(), parts.publishing().burst(), System::nanoTime));
        Entrance entrance = new Entrance(this, parts);
        this.roomDialect = new RoomDialect(this, identity, parts, entrance, queues);
        this.plainDialect = new PlainDialect(this, identity, parts, entrance, queues);
        this.expiry = identity instanceof Identity.SignedIn(var account)
                ? socket.after(Duration.between(Instant.now(), account.until()), socket::disconnect)
                : null;
        keeping.watch(() -> socket.close(CloseReason.TAKEN_OVER));
    }

    /** Goes back into the rooms of a session that was claimed; requests for these rooms wait. */
    void comeBack(ComingBack comingBack) {
        places.await(comingBack.places());
        CompletableFuture<Void> back = comingBack.begin(this);
        comingBack.rooms().forEach(room -> queues.run(room, () -> back));
    }

    @Override
    public void received(String event, List<JsonNode> arguments, @Nullable Acknowledgement asked) {
        // Pages of the plain dialect ask for no ack: a refusal is said to them as the room says things.
        Acknowledgement ack = asked == null && RequestReader.isPlain(event) ? this::sayIfRefused : asked;
        if (!limit.tryTake()) {
            Replies.refused(ack, ChatError.RATE_LIMITED.asIs());
        } else if (hasExpired()) {
            Replies.refused(ack, ChatError.TOKEN_EXPIRED.asIs());
            socket.disconnect();
        } else {
            handle(RequestReader.read(event, arguments), ack);
        }
    }

    private void sayIfRefused(JsonNode... answer) {
        JsonNode error = answer[0].path("error");
        if (error.isObject()) {
            say(Words.notice(error.path("message").asString()));
        }
    }

    private void handle(Request request, @Nullable Acknowledgement ack) {
        switch (request) {
            case Request.Enter enter -> roomDialect.enter(enter, ack);
            case Request.Leave leave -> roomDialect.leave(leave, ack);
            case Request.Send send -> roomDialect.send(send, ack);
            case Request.Join join -> plainDialect.join(join, ack);
            case Request.Part part -> plainDialect.part(part, ack);
            case Request.Say say -> plainDialect.say(say, ack);
            case Request.Bad(Refusal refusal) -> Replies.refused(ack, refusal);
        }
    }

    private boolean hasExpired() {
        return identity instanceof Identity.SignedIn(var account)
                && !account.until().isAfter(Clock.systemUTC().instant());
    }

    @Override
    public void tell(Position position, TokenedEvent event) {
        events.tell(position, event);
    }

    @Override
    public void catchUp(TokenedEvent event) {
        events.catchUp(event);
    }

    @Override
    public long toldThrough(int partition) {
        return events.toldThrough(partition);
    }

    @Override
    public void flush() {
        socket.flush();
    }

    @Override
    public boolean isBehind() {
        return socket.isBehind();
    }

    @Override
    public void interrupted() {
        socket.close(CloseReason.RECONNECT);
    }

    @Override
    public void closed(CloseReason reason) {
        if (expiry != null) {
            expiry.cancel();
        }
        if (reason == CloseReason.TAKEN_OVER) {
            places.handOver();
        } else if (reason.comeBack() || reason == CloseReason.CLIENT_CLOSED) {
            places.drop(parts.recovery().window());
        } else {
            places.end();
        }
    }

    /** The rooms that it is in. */
    Places places() {
        return places;
    }

    /** The room has changed: tells the client, and takes it out if it may not be there any more. */
    void roomChanged(RoomId room, @Nullable Room after) {
        if (after == null || after.state() == RoomState.CLOSED) {
            putOut(room, "closed");
        } else if (identity instanceof Identity.SignedIn(var account)) {
            switch (parts.directory().standing(account.id(), room)) {
                case Standing.Member(Room now, var member) -> {
                    if (mayStay(room, member)) {
                        say(RoomNotices.changed(now, member));
                    } else {
                        putOut(room, "removed");
                    }
                }
                case Standing.Closed _ -> putOut(room, "closed");
                case Standing.Unknown _ -> putOut(room, "removed");
            }
        }
    }

    /**
     * Takes the client out of a room that it may not be in any more.
     *
     * @return why it is not in it; empty if it is
     */
    Optional<ChatError> recheck(RoomId room) {
        if (places.isOrWillBeIn(room)) {
            if (isClosed(room)) {
                putOut(room, "closed");
                return Optional.of(ChatError.ROOM_CLOSED);
            }
            if (isStranger(room)) {
                putOut(room, "removed");
            }
        }
        return places.in(room).isPresent() ? Optional.empty() : Optional.of(ChatError.UNKNOWN_ROOM);
    }

    private boolean isClosed(RoomId room) {
        return switch (identity) {
            case Identity.SignedIn(var account) ->
                parts.directory().standing(account.id(), room) instanceof Standing.Closed;
            case Identity.Guest _ ->
                parts.directory()
                        .find(room)
                        .filter(found -> found.state() == RoomState.CLOSED)
                        .isPresent();
        };
    }

    private boolean isStranger(RoomId room) {
        return identity instanceof Identity.SignedIn(var account)
                && switch (parts.directory().standing(account.id(), room)) {
                    case Standing.Member(var _, var member) -> !mayStay(room, member);
                    case Standing.Unknown _ -> true;
                    case Standing.Closed _ -> false;
                };
    }

    /** Not those who watch and are teachers no more. */
    private boolean mayStay(RoomId room, RoomMember member) {
        return Room.mayWatch(member) || !places.isWatching(room);
    }

    /** The client is in this room no more, and is told. */
    void putOut(RoomId room, String reason) {
        var _ = places.giveUp(room);
        say(RoomNotices.closed(room, reason));
    }

    /** Queues a packet that says nothing of the log. */
    void queue(EncodedPacket packet) {
        socket.emit(packet);
    }

    /** Queues a packet that says nothing of the log, and writes it. */
    void say(EncodedPacket packet) {
        socket.emit(packet);
        socket.flush();
    }

    /** Done when the client has received all that was said so far. */
    CompletionStage<Void> roundTrip() {
        return socket.roundTrip();
    }

    /** Asks the client to come back and resume, because this connection cannot be kept whole. */
    void reconnect() {
        socket.close(CloseReason.RECONNECT);
    }
}
