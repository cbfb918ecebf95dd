package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.code;
import static dev.homeroom.edge.TestSchool.student;
import static dev.homeroom.edge.TestSchool.teacher;
import static dev.homeroom.testing.Promptness.A_SECOND;
import static dev.homeroom.testing.Promptness.taken;
import static dev.homeroom.testing.Promptness.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.TestSchool.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Who may do what, while it changes. */
class AccessIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final Person teacher = teacher("Teacher");

    @Test
    void nobodyCanTellARoomThatIsNotTheirsFromNone() {
        RoomId foreign = school.room("Staff", teacher);
        TestClient amys = clients.signedIn(one, amy);
        for (String event : List.of("enter_room", "send_message")) {
            Object[] more = event.equals("enter_room") ? new Object[0] : new Object[] {"message", "hi"};
            assertThat(amys.ask(event, with(foreign, more))).isEqualTo(amys.ask(event, with(RoomId.create(), more)));
            assertThat(code(amys.ask(event, with(foreign, more)))).isEqualTo("unknown_room");
        }
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        assertThat(refusal(Map.of())).isEqualTo("not_signed_in");
        assertThat(refusal(Map.of("token", "forged"))).isEqualTo("token_invalid");
        assertThat(refusal(Map.of("token", school.token(amy, Duration.ofSeconds(-1)))))
                .isEqualTo("token_expired");
    }

    @Test
    void letsAnAccountHaveNoMoreSessionsThanItMay() {
        try (TestEdge edge = TestEdge.start(Map.of("homeroom.edge.chat.max-sessions-per-account", 2))) {
            TestClient first = clients.signedIn(edge, amy);
            clients.signedIn(edge, amy);
            Map<String, String> auth = Map.of("token", school.token(amy));

            JsonNode refusal = clients.keep(TestClient.open(edge, auth)).connectError();
            assertThat(refusal.path("message").asString()).isEqualTo("too many sessions");
            assertThat(refusal.path("data").path("code").asString()).isEqualTo("too_many_sessions");
            clients.signedIn(edge, ben);

            first.close();
            Awaitility.await()
                    .until(() -> clients.keep(TestClient.open(edge, auth)).isConnectedSoon());
        }
    }

    @Test
    void endsASilentConnectionWhoseTokenRunsOut() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        TestClient amys = clients.connected(one, Map.of("token", school.token(amy, Duration.ofSeconds(10))));
        assertThat(amys.ask("enter_room", "room", room).path("ok").asBoolean()).isTrue();
        Awaitility.await().until(() -> !amys.isConnected());
        bens.ask("send_message", "room", room, "message", "not for amy");
        bens.await("new_message", _ -> true);
        assertThat(amys.events("new_message")).isEmpty();
        assertThat(refusal(Map.of("token", school.token(amy, Duration.ofSeconds(-1)))))
                .isEqualTo("token_expired");
    }

    @Test
    void refusesRequestsThatItDoesNotUnderstand() {
        RoomId room = school.room("History", amy);
        TestClient amys = clients.signedIn(one, amy);
        assertThat(code(amys.ask("enter_room", "room", 7))).isEqualTo("bad_request");
        assertThat(code(amys.ask("enter_room", "room", room, "colour", "red"))).isEqualTo("bad_request");
        assertThat(code(amys.ask("applaud"))).isEqualTo("bad_request");
        assertThat(amys.ask("enter_room", "room", room).path("ok").asBoolean()).isTrue();
    }

    @Test
    void muteIsInForceWithinASecond() {
        within(A_SECOND, () -> {
            RoomId room = school.room("History", amy, teacher);
            TestClient amys = clients.entered(one, amy, room);
            RoomMember muted = new RoomMember(amy.id(), "Amy", RoomRole.STUDENT, true, false);
            Duration taken = taken(
                    () -> school.change(room, "History", RoomState.OPEN, muted, teacher.member()),
                    () -> code(amys.ask("send_message", "room", room, "message", "hi"))
                            .equals("muted"));
            Awaitility.await().until(() -> amys.texts("room_changed", "state"), List.of("open")::equals);
            return taken;
        });
    }

    @Test
    void lockIsInForceWithinASecond() {
        within(A_SECOND, () -> {
            RoomId room = school.room("History", amy, teacher);
            TestClient amys = clients.entered(one, amy, room);
            Duration taken = taken(
                    () -> school.change(room, "History", RoomState.LOCKED, amy.member(), teacher.member()),
                    () -> code(amys.ask("send_message", "room", room, "message", "hi"))
                            .equals("room_locked"));
            Awaitility.await().until(() -> amys.texts("room_changed", "state"), List.of("locked")::equals);
            return taken;
        });
    }

    @Test
    void lockedRoomIsStillOpenToItsTeachers() {
        RoomId room = school.room("History", amy, teacher);
        TestClient amys = clients.entered(one, amy, room);
        school.change(room, "History", RoomState.LOCKED, amy.member(), teacher.member());
        amys.await("room_changed", change -> change.text("state").equals("locked"));
        TestClient teachers = clients.signedIn(two, teacher);
        assertThat(teachers.ask("send_message", "room", room, "message", "I can")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        amys.await("new_message", message -> message.text("message").equals("I can"));
    }

    @Test
    void membersAreToldThatARoomIsClosedAndNobodyElseIs() {
        RoomId room = school.room("History", amy, teacher);
        TestClient amys = clients.entered(one, amy, room);
        TestClient teachers = clients.entered(two, teacher, room);
        TestClient bens = clients.signedIn(one, ben);
        school.change(room, "History", RoomState.CLOSED, amy.member(), teacher.member());
        for (TestClient member : List.of(amys, teachers)) {
            assertThat(member.await("room_closed", _ -> true).text("reason")).isEqualTo("closed");
            assertThat(code(member.ask("send_message", "room", room, "message", "hi")))
                    .isEqualTo("room_closed");
            assertThat(code(member.ask("enter_room", "room", room))).isEqualTo("room_closed");
            assertThat(code(member.ask("join", "room", room))).isEqualTo("room_closed");
        }
        assertThat(code(bens.ask("send_message", "room", room, "message", "hi")))
                .isEqualTo("unknown_room");
        assertThat(code(bens.ask("enter_room", "room", room))).isEqualTo("unknown_room");
        school.change(room, "History", RoomState.OPEN, amy.member(), teacher.member());
        assertThat(amys.ask("enter_room", "room", room).path("ok").asBoolean()).isTrue();
    }

    @Test
    void removedMemberHearsNothingMore() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.entered(two, ben, room);
        RoomMember former = new RoomMember(amy.id(), "Amy", RoomRole.STUDENT, false, true);
        school.change(room, "History", RoomState.OPEN, former, ben.member());
        assertThat(amys.await("room_closed", _ -> true).text("reason")).isEqualTo("removed");
        bens.ask("send_message", "room", room, "message", "without you");
        bens.await("new_message", _ -> true);
        assertThat(amys.events("new_message")).isEmpty();
        assertThat(code(amys.ask("enter_room", "room", room))).isEqualTo("unknown_room");
        bens.await("user_left", event -> event.text("user").equals("Amy"));
    }

    private String refusal(Map<String, String> auth) {
        JsonNode error = clients.keep(TestClient.open(one, auth)).connectError();
        assertThat(error.path("message").asString()).isEqualTo("not signed in");
        return error.path("data").path("code").asString();
    }

    private static Object[] with(RoomId room, Object... more) {
        List<Object> fields = new ArrayList<>(List.of("room", room));
        fields.addAll(List.of(more));
        return fields.toArray();
    }
}
