package dev.homeroom.edge.chat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.chat.Entrance.Entering;
import dev.homeroom.edge.chat.RoomDoor.Doorway;
import dev.homeroom.edge.chat.Speaker.Utterance;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.fanout.Entrant;
import dev.homeroom.edge.membership.Room;
import dev.homeroom.edge.session.Account;
import dev.homeroom.edge.socketio.Acknowledgement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * {@code join}, {@code leave} and {@code message}: the dialect of the simplest pages, told in plain strings. People with a
 * login use it in their own rooms, by title or id; guests in guest rooms, under the name that they give.
 */
final class PlainDialect {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final ChatConnection connection;
    private final Identity identity;
    private final ChatParts parts;
    private final Entrance entrance;
    private final RoomQueues queues;
    private final RoomDialect rooms;

    PlainDialect(ChatConnection connection, Identity identity, ChatParts parts, Entrance entrance, RoomQueues queues) {
        this.connection = connection;
        this.identity = identity;
        this.parts = parts;
        this.entrance = entrance;
        this.queues = queues;
        this.rooms = new RoomDialect(connection, identity, parts, entrance, queues);
    }

    void join(Request.Join request, @Nullable Acknowledgement ack) {
        switch (identity) {
            case Identity.SignedIn(Account account) -> join(account, request, ack);
            case Identity.Guest(String name) ->
                joinAsGuest(request.room(), request.username() == null ? name : request.username(), ack);
        }
    }

    void part(Request.Part request, @Nullable Acknowledgement ack) {
        Optional<RoomId> room = switch (identity) {
            case Identity.SignedIn(Account account) -> ownRoom(account, request.room());
            case Identity.Guest _ -> name(request.room()).map(title -> new GuestRoom(title).id());
        };
        room.ifPresentOrElse(id -> rooms.leave(new Request.Leave(id), ack), () -> refuse(ack, ChatError.UNKNOWN_ROOM));
    }

    void say(Request.Say request, @Nullable Acknowledgement ack) {
        switch (identity) {
            case Identity.SignedIn(Account account) ->
                ownRoom(account, request.room())
                        .ifPresentOrElse(
                                id -> rooms.send(new Request.Send(id, request.message(), null), ack),
                                () -> refuse(ack, ChatError.UNKNOWN_ROOM));
            case Identity.Guest _ -> sayAsGuest(request, ack);
        }
    }

    private void join(Account account, Request.Join request, @Nullable Acknowledgement ack) {
        ownRoom(account, request.room())
                .ifPresentOrElse(
                        id -> queues.run(
                                id, () -> rooms.enter(account, new Request.Enter(id, null, false), ack, Dialect.PLAIN)),
                        () -> refuse(ack, ChatError.UNKNOWN_ROOM));
    }

    private void joinAsGuest(String roomName, @Nullable String guestName, @Nullable Acknowledgement ack) {
        Optional<String> complaint = complaintAbout("room", roomName).or(() -> complaintAbout("username", guestName));
        if (complaint.isPresent()) {
            Replies.refused(ack, ChatError.BAD_REQUEST.because(complaint.get()));
            return;
        }
        GuestRoom room = new GuestRoom(name(roomName).orElseThrow());
        Author guest = Author.guest(name(guestName).orElseThrow());
        Optional<ChatError> objection = objectionTo(room);
        if (objection.isPresent()) {
            refuse(ack, objection.get());
        } else {
            queues.run(room.id(), () -> enter(room, guest, ack));
        }
    }

    private CompletableFuture<Void> enter(GuestRoom room, Author guest, @Nullable Acknowledgement ack) {
        Optional<LivePath> live = parts.gate().current();
        if (live.isEmpty()) {
            refuse(ack, ChatError.UNAVAILABLE);
            return DONE;
        }
        return entrance.enter(new Entering(
                new Doorway(live.get(), room.id(), room),
                new Entrant(guest, connection, Dialect.PLAIN, false),
                reply -> reply.put("title", room.title()).put("state", "open").put("role", "guest"),
                null,
                ack));
    }

    /** Only where they are: nothing but having entered lets a guest speak in a room. */
    private void sayAsGuest(Request.Say request, @Nullable Acknowledgement ack) {
        Optional<GuestRoom> named = name(request.room()).map(GuestRoom::new);
        if (named.isEmpty()) {
            refuse(ack, ChatError.UNKNOWN_ROOM);
            return;
        }
        GuestRoom room = named.get();
        queues.run(room.id(), () -> {
            Optional<Place> place = connection.places().in(room.id());
            Optional<ChatError> objection = place.isEmpty() ? Optional.of(ChatError.UNKNOWN_ROOM) : objectionTo(room);
            if (objection.isPresent()) {
                refuse(ack, objection.get());
                return DONE;
            }
            Author guest = place.orElseThrow().subscription().author();
            return rooms.say(new Utterance(room.id(), guest, room, request.message(), null, Duration.ZERO), ack);
        });
    }

    /** Guests may be in any room that they name, unless a school has one of that name or an admin has closed it. */
    private Optional<ChatError> objectionTo(GuestRoom room) {
        if (parts.directory().isSchoolTitle(room.title()) || isRoomId(room.title())) {
            return Optional.of(ChatError.NAME_TAKEN);
        }
        boolean closed = parts.directory()
                .find(room.id())
                .filter(found -> found.state() != RoomState.OPEN)
                .isPresent();
        return closed ? Optional.of(ChatError.ROOM_CLOSED) : Optional.empty();
    }

    private boolean isRoomId(String title) {
        return id(title).flatMap(parts.directory()::find).isPresent();
    }

    private Optional<RoomId> ownRoom(Account account, String idOrTitle) {
        return id(idOrTitle)
                .or(() -> parts.directory().findOwn(account.id(), idOrTitle).map(Room::id));
    }

    private static Optional<RoomId> id(String text) {
        try {
            return Optional.of(RoomId.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** A name that a guest gives, on one line and without what could not be stored. */
    private Optional<String> name(@Nullable String given) {
        return accepted(given) instanceof MessageText.Acceptance.Accepted(MessageText text)
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private MessageText.Acceptance accepted(@Nullable String given) {
        String oneLine = given == null ? "" : given.replaceAll("\\s+", " ");
        return MessageText.accept(oneLine, parts.properties().maxGuestName());
    }

    private Optional<String> complaintAbout(String field, @Nullable String given) {
        return switch (accepted(given)) {
            case MessageText.Acceptance.Accepted _ -> Optional.empty();
            case MessageText.Acceptance.Empty _ ->
                Optional.of("The field " + field + (given == null ? " is missing." : " is empty."));
            case MessageText.Acceptance.TooLong(int length, int limit) ->
                Optional.of("The field " + field + " has " + length + " characters; the limit is " + limit + ".");
        };
    }

    private static void refuse(@Nullable Acknowledgement ack, ChatError error) {
        Replies.refused(ack, error.asIs());
    }
}
