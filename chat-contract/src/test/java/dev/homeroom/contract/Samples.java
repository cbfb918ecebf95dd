package dev.homeroom.contract;

import dev.homeroom.contract.RoomEvent.Entered;
import dev.homeroom.contract.RoomEvent.Left;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEvent.MessageRemoved;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** One value of each kind that the topics carry, with fixed ids. */
final class Samples {
    static final RoomId ROOM = RoomId.parse("019a0000-0000-7000-8000-000000000001");
    static final AccountId AMY = AccountId.parse("019a0000-0000-7000-8000-000000000002");
    static final MessageId ID = MessageId.parse("019a0000-0000-7000-8000-000000000003");
    static final UUID CLIENT_ID = UUID.fromString("0b0f7d0e-6a35-4bb2-9a5c-3d1f00000004");
    static final Instant TIME = Instant.parse("2026-03-02T08:15:30.123Z");
    static final EdgeId EDGE = new EdgeId("edge-1");

    private Samples() {}

    static List<RoomEvent> events() {
        Author amy = Author.of(AMY);
        Author guest = Author.guest("amy");
        GuestRoom guestRoom = new GuestRoom("7b");
        return List.of(
                new MessagePosted(ID, ROOM, amy, TIME, null, new MessageText("你好, class \uD83D\uDE00"), CLIENT_ID),
                new MessagePosted(ID, guestRoom.id(), guest, TIME, guestRoom, new MessageText("hello"), null),
                new Entered(ID, ROOM, amy, TIME, null, new PresenceChange(EDGE, 7)),
                new Left(ID, ROOM, amy, TIME, null, new PresenceChange(EDGE, 8)),
                new MessageRemoved(ID, ROOM, amy, TIME, null, MessageId.ofClient(AMY, ROOM, CLIENT_ID)));
    }

    static RoomRecord room() {
        RoomMember amy = new RoomMember(AMY, "Amy", RoomRole.STUDENT, true, false);
        return new RoomRecord(ROOM, new SchoolId(CLIENT_ID), "History 7b", RoomState.OPEN, false, 3, List.of(amy));
    }

    static RoomRecord roomWithHours() {
        RoomHours hours = new RoomHours(
                ZoneId.of("Europe/Berlin"),
                List.of(
                        new RoomHours.Span(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(13, 30, 5)),
                        new RoomHours.Span(DayOfWeek.FRIDAY, LocalTime.of(22, 0), LocalTime.of(0, 30))));
        return new RoomRecord(
                ROOM,
                new SchoolId(CLIENT_ID),
                "History 7b",
                RoomState.OPEN,
                false,
                4,
                List.of(),
                Duration.ofSeconds(30),
                hours);
    }

    static PresenceRecord presence() {
        return new PresenceRecord(ROOM, EDGE, 8, List.of(Author.of(AMY), Author.guest("ben")), TIME);
    }

    static List<SavedSession> sessions() {
        Position since = new Position(CLIENT_ID, 3, 41);
        GuestRoom guestRoom = new GuestRoom("7b");
        SavedSession.Place room = new SavedSession.Place(ROOM, Author.of(AMY), null, false, false, since);
        SavedSession.Place catchingUp = new SavedSession.Place(ROOM, Author.of(AMY), null, true, true, null);
        SavedSession.Place asGuest = new SavedSession.Place(
                guestRoom.id(), Author.guest("ben"), guestRoom, true, false, since.withOffset(-1));
        SavedSession.Drop drop = new SavedSession.Drop(TIME, "AQ", "Ag");
        return List.of(
                new SavedSession("s1", AMY, EDGE, "c1", 0, List.of(room, catchingUp), null, null),
                new SavedSession("s2", null, EDGE, "c2", 7, List.of(asGuest), "AQ", drop));
    }
}
