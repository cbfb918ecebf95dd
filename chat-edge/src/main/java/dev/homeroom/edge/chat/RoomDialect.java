package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.edge.chat.Entrance.Entering;
import dev.homeroom.edge.chat.RoomDoor.Doorway;
import dev.homeroom.edge.chat.Speaker.Outcome;
import dev.homeroom.edge.chat.Speaker.Utterance;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.fanout.Entrant;
import dev.homeroom.edge.membership.Opening;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.membership.Standing;
import dev.homeroom.edge.session.Account;
import dev.homeroom.edge.socketio.Acknowledgement;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** {@code enter_room}, {@code watch_room}, {@code leave_room} and {@code send_message}: for people with a login, in rooms by id. */
final class RoomDialect {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ChatConnection connection;
    private final Identity identity;
    private final ChatParts parts;
    private final Entrance entrance;
    private final RoomQueues queues;

    RoomDialect(ChatConnection connection, Identity identity, ChatParts parts, Entrance entrance, RoomQueues queues) {
        this.connection = connection;
        this.identity = identity;
        this.parts = parts;
        this.entrance = entrance;
        this.queues = queues;
    }

    void enter(Request.Enter request, @Nullable Acknowledgement ack) {
        if (identity instanceof Identity.SignedIn(Account account)) {
            queues.run(request.room(), () -> enter(account, request, ack, Dialect.ROOM));
        } else {
            refuse(ack, ChatError.UNKNOWN_ROOM);
        }
    }

    CompletableFuture<Void> enter(
            Account account, Request.Enter request, @Nullable Acknowledgement ack, Dialect dialect) {
        return parts.arrivals()
                .standing(account.id(), request.room(), parts.properties().newRoomWait())
                .thenCompose(standing -> switch (standing) {
                    case Standing.Member(Room room, RoomMember member) -> enter(room, member, request, ack, dialect);
                    case Standing.Closed _ -> refused(ack, ChatError.ROOM_CLOSED);
                    case Standing.Unknown _ -> refused(ack, ChatError.UNKNOWN_ROOM);
                });
    }

    private CompletableFuture<Void> enter(
            Room room, RoomMember member, Request.Enter request, @Nullable Acknowledgement ack, Dialect dialect) {
        if (request.watching() && !Room.mayWatch(member)) {
            return refused(ack, ChatError.TEACHERS_ONLY);
        }
        Optional<LivePath> live = parts.gate().current();
        if (live.isEmpty()) {
            return refused(ack, ChatError.UNAVAILABLE);
        }
        return entrance.enter(new Entering(
                new Doorway(live.get(), room.id(), null),
                new Entrant(Author.of(member.account()), connection, dialect, request.watching()),
                reply -> RoomNotices.describe(reply, room, member),
                request.seen(),
                ack));
    }

    void leave(Request.Leave request, @Nullable Acknowledgement ack) {
        queues.run(
                request.room(),
                () -> connection
                        .places()
                        .giveUp(request.room())
                        .orTimeout(parts.publishing().timeout().toMillis(), TimeUnit.MILLISECONDS)
                        .handle((_, failure) -> {
                            if (failure == null) {
                                Replies.ok(ack);
                            } else {
                                refuse(ack, ChatError.UNAVAILABLE);
                            }
                            return null;
                        }));
    }

    void send(Request.Send request, @Nullable Acknowledgement ack) {
        if (identity instanceof Identity.SignedIn(Account account)) {
            queues.run(request.room(), () -> send(account, request, ack));
        } else {
            refuse(ack, ChatError.UNKNOWN_ROOM);
        }
    }

    CompletableFuture<Void> send(Account account, Request.Send request, @Nullable Acknowledgement ack) {
        return switch (parts.directory().standing(account.id(), request.room())) {
            case Standing.Unknown _ -> refused(ack, ChatError.UNKNOWN_ROOM);
            case Standing.Closed _ -> refused(ack, ChatError.ROOM_CLOSED);
            case Standing.Member(Room room, RoomMember member) -> send(room, member, request, ack);
        };
    }

    private CompletableFuture<Void> send(
            Room room, RoomMember member, Request.Send request, @Nullable Acknowledgement ack) {
        Instant now = Instant.now();
        return switch (room.speechOf(member, now)) {
            case MUTED -> refused(ack, ChatError.MUTED);
            case ROOM_LOCKED -> refused(ack, ChatError.ROOM_LOCKED);
            case ROOM_NOT_OPEN -> notOpen(room, now, ack);
            case ROOM_CLOSED -> refused(ack, ChatError.ROOM_CLOSED);
            case FREE -> {
                Author author = Author.of(member.account());
                yield say(
                        new Utterance(
                                room.id(), author, null, request.message(), request.clientId(), room.gapOf(member)),
                        ack);
            }
        };
    }

    private static CompletableFuture<Void> notOpen(Room room, Instant now, @Nullable Acknowledgement ack) {
        Refusal.Until until = room.opening(now)
                .flatMap(Opening::changesAt)
                .map(Refusal.Until.Opened::new)
                .orElse(null);
        Replies.refused(ack, ChatError.ROOM_NOT_OPEN.until(until));
        return DONE;
    }

    /** Says it; the room's next request does not wait for Kafka's confirmation. */
    CompletableFuture<Void> say(Utterance utterance, @Nullable Acknowledgement ack) {
        Optional<LivePath> live = parts.gate().current();
        if (live.isEmpty()) {
            return refused(ack, ChatError.UNAVAILABLE);
        }
        return utterance.isSlow() ? sayInTurn(live.get(), utterance, ack) : say(live.get(), utterance, ack);
    }

    /** Only whoever follows the room knows who wrote when: also where nobody has entered it here. */
    private CompletableFuture<Void> sayInTurn(LivePath live, Utterance utterance, @Nullable Acknowledgement ack) {
        return live.feed(utterance.room())
                .copy()
                .orTimeout(parts.publishing().timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((_, failure) -> failure == null)
                .thenCompose(followed -> followed ? say(live, utterance, ack) : refused(ack, ChatError.UNAVAILABLE));
    }

    private CompletableFuture<Void> say(LivePath live, Utterance utterance, @Nullable Acknowledgement ack) {
        var _ = parts.speaker().say(live, utterance).thenAccept(outcome -> {
            switch (outcome) {
                case Outcome.Kept(var id, var position, var sentAt) -> Replies.sent(ack, id, position, sentAt);
                case Outcome.Refused(Refusal refusal) -> Replies.refused(ack, refusal);
            }
        });
        return DONE;
    }

    private static CompletableFuture<Void> refused(@Nullable Acknowledgement ack, ChatError error) {
        refuse(ack, error);
        return DONE;
    }

    private static void refuse(@Nullable Acknowledgement ack, ChatError error) {
        Replies.refused(ack, error.asIs());
    }
}
