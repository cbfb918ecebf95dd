package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.code;
import static dev.homeroom.edge.Clients.names;
import static dev.homeroom.edge.Recovering.ask;
import static dev.homeroom.edge.Recovering.assertRecovered;
import static dev.homeroom.edge.Recovering.say;
import static dev.homeroom.edge.TestSchool.student;
import static dev.homeroom.edge.TestSchool.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRole;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.TestSchool.Person;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Teachers who look into a room without entering it. */
class WatchingIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    @RegisterExtension
    private final Recovering recovering = new Recovering(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final Person teacher = teacher("Teacher");

    @Test
    void isToldOfEverythingAndTheRoomOfNothing() {
        RoomId room = school.room("History", amy, ben, teacher);
        TestClient amys = clients.entered(one, amy, room);
        TestClient teachers = clients.signedIn(two, teacher);
        JsonNode ack = teachers.ask("watch_room", "room", room);
        assertThat(ack.path("role").asString()).as("%s", ack).isEqualTo("teacher");
        assertThat(names(ack)).containsExactly("Amy");

        TestClient bens = clients.entered(one, ben, room);
        say(bens, room, "hello");
        teachers.await("user_joined", event -> event.text("user").equals("Ben"));
        teachers.await("new_message", message -> message.text("message").equals("hello"));
        bens.ask("leave_room", "room", room);
        teachers.await("user_left", event -> event.text("user").equals("Ben"));
        teachers.ask("leave_room", "room", room);
        say(amys, room, "unheard");

        Awaitility.await().during(SharedEdges.GRACE.multipliedBy(2)).untilAsserted(() -> {
            assertThat(amys.texts("user_joined", "user")).containsExactly("Amy", "Ben");
            assertThat(amys.texts("user_left", "user")).containsExactly("Ben");
        });
        assertThat(teachers.texts("new_message", "message")).containsExactly("hello");
        assertThat(names(amys.events("user_left").getLast().argument())).containsExactly("Amy");
        assertThat(school.idsOf(RoomEvent.Entered.class, room)).hasSize(2);
    }

    @Test
    void goesInAndBackToWatching() {
        RoomId room = school.room("History", amy, teacher);
        TestClient amys = clients.entered(one, amy, room);
        TestClient teachers = clients.signedIn(two, teacher);
        teachers.ask("watch_room", "room", room);
        assertThat(names(teachers.ask("enter_room", "room", room))).containsExactly("Amy", "Teacher");
        amys.await("user_joined", event -> event.text("user").equals("Teacher"));
        teachers.ask("watch_room", "room", room);
        for (TestClient client : List.of(amys, teachers)) {
            TestClient.Event left =
                    client.await("user_left", event -> event.text("user").equals("Teacher"));
            assertThat(names(left.argument())).containsExactly("Amy");
        }
        say(amys, room, "still watched");
        teachers.await("new_message", _ -> true);
        assertThat(teachers.texts("new_message", "message")).containsExactly("still watched");
    }

    @Test
    void writesWithoutBeingThere() {
        RoomId room = school.room("History", amy, teacher);
        TestClient amys = clients.entered(one, amy, room);
        TestClient teachers = clients.signedIn(two, teacher);
        teachers.ask("watch_room", "room", room);
        say(teachers, room, "Five more minutes");
        assertThat(amys.await("new_message", _ -> true).text("username")).isEqualTo("Teacher");
        assertThat(amys.texts("user_joined", "user")).doesNotContain("Teacher");
    }

    @Test
    void resumesFromACursorAsWhoeverEntersDoes() {
        RoomId room = school.room("History", amy, teacher);
        TestClient amys = clients.entered(one, amy, room);
        TestClient before = clients.signedIn(one, teacher);
        String cursor = before.ask("watch_room", "room", room).path("cursor").asString();
        before.close();
        say(amys, room, "1", "2");
        TestClient after = clients.signedIn(two, teacher);
        JsonNode ack = after.ask("watch_room", "room", room, "cursor", cursor);
        assertThat(ack.path("resumed").asBoolean()).as("%s", ack).isTrue();
        after.await("caught_up", _ -> true);
        assertThat(after.texts("new_message", "message")).containsExactly("1", "2");
        assertThat(amys.texts("user_joined", "user")).doesNotContain("Teacher");
    }

    @Test
    void comesBackUnseenWhenTheConnectionWasLost() {
        RoomId room = school.room("History", amy, teacher);
        TestClient amys = clients.entered(one, amy, room);
        SwitchingProxy door = recovering.door(one);
        NodeClient teachers = recovering.node();
        String id = recovering.connect(teachers, door, teacher);
        ask(teachers, "watch_room", room);
        say(amys, room, "0");
        teachers.awaitMessages("0");
        door.leadTo(two);
        door.shut();
        teachers.await("disconnect", 1);
        say(amys, room, "1");
        door.open();
        assertRecovered(teachers.await("connect", 2), id);
        teachers.awaitMessages("0", "1");
        say(amys, room, "2");
        teachers.awaitMessages("0", "1", "2");
        Awaitility.await().during(SharedEdges.GRACE.multipliedBy(2)).untilAsserted(() -> {
            assertThat(amys.texts("user_joined", "user")).containsExactly("Amy");
            assertThat(amys.events("user_left")).isEmpty();
        });
    }

    @Test
    void isForTheRoomsTeachersAlone() {
        RoomId room = school.room("History", amy, teacher);
        RoomId foreign = school.room("Staff", teacher("Other"));
        TestClient amys = clients.signedIn(one, amy);
        assertThat(code(amys.ask("watch_room", "room", room))).isEqualTo("teachers_only");
        assertThat(code(amys.ask("watch_room", "room", foreign))).isEqualTo("unknown_room");
        assertThat(code(amys.ask("watch_room", "room", room, "colour", "red"))).isEqualTo("bad_request");
        assertThat(code(clients.signedIn(one, teacher).ask("watch_room", "room", foreign)))
                .isEqualTo("unknown_room");
        assertThat(one.listeners(room)).isZero();
    }

    @Test
    void endsForWhomIsTeacherNoMore() {
        RoomId room = school.room("History", amy, teacher);
        TestClient teachers = clients.signedIn(one, teacher);
        teachers.ask("watch_room", "room", room);
        school.change(
                room,
                "History",
                RoomState.OPEN,
                amy.member(),
                new RoomMember(teacher.id(), "Teacher", RoomRole.STUDENT, false, false));
        JsonNode closed = teachers.await("room_closed", _ -> true).argument();
        assertThat(closed.path("reason").asString()).isEqualTo("removed");
        Awaitility.await().until(() -> one.listeners(room) == 0);
    }
}
