package dev.homeroom.edge;

import static dev.homeroom.edge.Recovering.ask;
import static dev.homeroom.edge.Recovering.assertFresh;
import static dev.homeroom.edge.Recovering.assertRecovered;
import static dev.homeroom.edge.Recovering.noReconnection;
import static dev.homeroom.edge.Recovering.say;
import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.edge.TestSchool.Person;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Whose a session is, and for how long. */
class RecoveryClaimsIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    @RegisterExtension
    private final Recovering recovering = new Recovering(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    @Test
    void takesOverAHalfOpenConnection() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        NodeClient first = recovering.node();
        JsonNode welcome = first.connect(one, Map.of("token", school.token(amy)), noReconnection());
        ask(first, "enter_room", room);
        NodeClient second = recovering.node();
        JsonNode back = second.connect(
                two,
                Map.of("token", school.token(amy), "pid", welcome.path("pid").asString()),
                noReconnection());
        assertThat(back.path("id")).isEqualTo(welcome.path("id"));
        first.await("disconnect", 1);
        say(bens, room, "1");
        second.awaitMessages("1");
        assertThat(first.messages()).isEmpty();
    }

    @Test
    void anotherPersonsPrivateIdIsWorthNothing() {
        RoomId room = school.room("History", amy, ben);
        NodeClient amys = recovering.node();
        JsonNode welcome = amys.connect(one, Map.of("token", school.token(amy)), noReconnection());
        ask(amys, "enter_room", room);
        NodeClient bens = recovering.node();
        JsonNode bensWelcome = bens.connect(
                two,
                Map.of("token", school.token(ben), "pid", welcome.path("pid").asString()),
                noReconnection());
        assertThat(bensWelcome.path("id")).isNotEqualTo(welcome.path("id"));
        assertThat(bensWelcome.path("pid")).isNotEqualTo(welcome.path("pid"));
        ask(amys, "leave_room", room); // hers goes on
    }

    @Test
    void checksMembershipAgain() {
        RoomId room = school.room("History", amy, ben);
        RoomId other = school.room("Maths", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        bens.ask("enter_room", "room", other);
        SwitchingProxy door = recovering.door(one);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
        ask(amys, "enter_room", other);
        door.leadTo(two);
        door.shut();
        amys.await("disconnect", 1);
        school.change(room, "History", RoomState.OPEN, ben.member());
        say(bens, room, "not for amy");
        say(bens, other, "for amy");
        door.open();
        assertRecovered(amys.await("connect", 2), id);
        amys.await(line -> line.path("event").asString().equals("room_closed"));
        amys.awaitMessages("for amy");
    }

    @Test
    void aSessionEndsWithItsTime() {
        RoomId room = school.room("History", amy);
        TestEdge edge = recovering.open(TestEdge.start(Map.of("homeroom.edge.recovery.window", "200ms")));
        SwitchingProxy door = recovering.door(edge);
        NodeClient amys = recovering.node();
        String id = recovering.enter(amys, door, amy, room);
        door.shut();
        amys.await("disconnect", 1);
        Awaitility.await().pollDelay(Duration.ofMillis(500)).until(() -> true);
        door.open();
        assertFresh(amys.await("connect", 2), id);
    }

    @Test
    void aSessionEndsWhenItsClientLeaves() {
        RoomId room = school.room("History", amy);
        NodeClient first = recovering.node();
        JsonNode welcome = first.connect(one, Map.of("token", school.token(amy)), noReconnection());
        ask(first, "enter_room", room);
        first.command("disconnect");
        first.await("disconnect", 1);
        Map<String, String> auth =
                Map.of("token", school.token(amy), "pid", welcome.path("pid").asString());
        Awaitility.await().untilAsserted(() -> {
            JsonNode back = recovering.node().connect(two, auth, noReconnection());
            assertThat(back.path("id")).isNotEqualTo(welcome.path("id"));
        });
    }
}
