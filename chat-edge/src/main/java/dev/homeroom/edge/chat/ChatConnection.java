package dev.homeroom.edge.chat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.fanout.Subscriber;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.Standing;
import dev.homeroom.edge.publish.RateLimit;
import dev.homeroom.edge.socketio.Acknowledgement;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.Socket;
import dev.homeroom.edge.socketio.SocketListener;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Map<RoomId, Place> places = new HashMap<>();
    private boolean closed;

    ChatConnection(Socket socket, Identity identity, ChatParts parts) {
        this.socket = socket;
        this.identity = identity;
        this.parts = parts;
        this.limit = new RateLimit(
                parts.publishing().ratePerSecond(), parts.publishing().burst(), System::nanoTime);
        Entrance entrance = new Entrance(this, parts);
        RoomQueues queues = new RoomQueues();
        this.roomDialect = new RoomDialect(this, identity, parts, entrance, queues);
        this.plainDialect = new PlainDialect(this, identity, parts, entrance, queues);
    }

    @Override
    public void received(String event, List<JsonNode> arguments, @Nullable Acknowledgement ack) {
        if (!limit.tryTake()) {
            Replies.refused(ack, ChatError.RATE_LIMITED.asIs());
        } else if (hasExpired()) {
            Replies.refused(ack, ChatError.TOKEN_EXPIRED.asIs());
            socket.disconnect();
        } else {
            handle(RequestReader.read(event, arguments), ack);
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
    public void queue(EncodedPacket packet) {
        socket.emit(packet);
    }

    @Override
    public void flush() {
        socket.flush();
    }

    @Override
    public void interrupted() {
        socket.close(CloseReason.RECONNECT);
    }

    @Override
    public void closed(CloseReason reason) {
        List<Place> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(places.values());
            places.clear();
        }
        left.forEach(place -> parts.occupants().remove(place.subscription().room(), this));
        left.forEach(reason == CloseReason.CLIENT_LEFT ? parts.door()::leave : parts.door()::vanish);
    }

    /** Takes a place that has just been got; gives it back at once if the connection has ended meanwhile. */
    void take(Place place) {
        RoomId room = place.subscription().room();
        Place superfluous;
        synchronized (this) {
            superfluous = closed ? place : places.put(room, place);
            if (!closed) {
                parts.occupants().add(room, this);
            }
        }
        if (superfluous != null) {
            parts.door().leave(superfluous);
        }
    }

    synchronized Optional<Place> placeIn(RoomId room) {
        return Optional.ofNullable(places.get(room));
    }

    synchronized boolean hasTooManyRooms(RoomId another) {
        return !places.containsKey(another)
                && places.size() >= parts.properties().maxRooms();
    }

    /** Leaves a room, if it is in it. */
    void giveUp(RoomId room) {
        Place place;
        synchronized (this) {
            place = places.remove(room);
        }
        if (place != null) {
            parts.occupants().remove(room, this);
            parts.door().leave(place);
        }
    }

    /** The room has changed: tells the client, and takes it out if it may not be there any more. */
    void roomChanged(RoomId room, @Nullable Room after) {
        if (after == null || after.state() == RoomState.CLOSED) {
            putOut(room, "closed");
        } else if (identity instanceof Identity.SignedIn(var account)) {
            switch (parts.directory().standing(account.id(), room)) {
                case Standing.Member(Room now, var member) -> tell(RoomNotices.changed(now, member));
                case Standing.Unknown _ -> putOut(room, "removed");
            }
        }
    }

    /** Takes the client out of a room that it may not be in any more. */
    void recheck(RoomId room) {
        if (identity instanceof Identity.SignedIn(var account)
                && parts.directory().standing(account.id(), room) instanceof Standing.Unknown) {
            putOut(room, "removed");
        }
    }

    private void putOut(RoomId room, String reason) {
        giveUp(room);
        tell(RoomNotices.closed(room, reason));
    }

    /** Queues a packet and writes it. */
    void tell(EncodedPacket packet) {
        socket.emit(packet);
        socket.flush();
    }

    /** Asks the client to come back and resume, because this connection cannot be kept whole. */
    void reconnect() {
        socket.close(CloseReason.RECONNECT);
    }
}
