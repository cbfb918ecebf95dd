package dev.homeroom.edge;

import static dev.homeroom.edge.Recovering.ask;
import static dev.homeroom.edge.Recovering.assertFresh;
import static dev.homeroom.edge.Recovering.assertRecovered;
import static dev.homeroom.edge.Recovering.noReconnection;
import static dev.homeroom.edge.Recovering.say;
import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.SavedSessionCodec;
import dev.homeroom.edge.TestSchool.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
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

    @Test
    void takesOverOnTheSameEdgeEveryTime() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        RawClient before = recovering.raw(one, amy, Map.of());
        before.enter(room);
        say(bens, room, "0");
        for (int takeover = 1; takeover <= 20; takeover++) {
            String claimed = before.tokenOf("" + (takeover - 1));
            RawClient next = recovering.raw(one, amy, Map.of("pid", before.privateId(), "offset", claimed));
            assertThat(next.welcome().path("sid")).isEqualTo(before.welcome().path("sid"));
            Awaitility.await().atMost(Duration.ofSeconds(2)).until(before::isEnded);
            assertThat(before.closeCode()).isEqualTo(1008);
            say(bens, room, "" + takeover);
            next.awaitMessage("" + takeover);
            assertThat(before.messages()).doesNotContain("" + takeover);
            before = next;
        }
        Awaitility.await().untilAsserted(() -> assertThat(one.listeners(room)).isEqualTo(2));
    }

    @Test
    void aSessionOutlivesTheConnectionsThatItWasTakenFrom() {
        RoomId room = school.room("History", amy, ben);
        Duration window = Duration.ofSeconds(5);
        TestEdge edge = recovering.open(TestEdge.start(Map.of("homeroom.edge.recovery.window", window)));
        TestClient bens = clients.entered(edge, ben, room);
        RawClient first = recovering.raw(edge, amy, Map.of());
        first.enter(room);
        first.close(); // and the edge lets go of what it dropped once the window has passed
        RawClient second = recovering.raw(edge, amy, Map.of("pid", first.privateId()));
        RawClient third = recovering.raw(edge, amy, Map.of("pid", first.privateId()));
        Awaitility.await().until(second::isEnded);
        Awaitility.await().pollDelay(window.multipliedBy(2)).until(() -> true);
        third.close();
        say(bens, room, "1");
        RawClient last = recovering.raw(two, amy, Map.of("pid", first.privateId()));
        assertThat(last.welcome().path("sid")).isEqualTo(first.welcome().path("sid"));
        last.awaitMessage("1");
    }

    @Test
    void aClaimThatComesTooLateTakesNothingAway() {
        RoomId history = school.room("History", amy, ben);
        RoomId maths = school.room("Maths", amy, ben);
        TestClient bens = clients.entered(one, ben, maths);
        RawClient first = recovering.raw(one, amy, Map.of());
        first.enter(history);
        Map<String, String> claim = Map.of("pid", first.privateId());
        String socket = first.welcome().path("sid").asString();
        first.close();
        RawClient second = recovering.raw(two, amy, claim);
        second.enter(maths);
        // Another edge had looked the session up before that, and only now writes that it takes it over.
        ConsumerRecord<byte[], byte[]> entry = SessionRecords.last().stream()
                .filter(each -> SessionRecords.session(each)
                        .filter(session -> session.socket().equals(socket))
                        .isPresent())
                .findFirst()
                .orElseThrow();
        SavedSession held = SessionRecords.session(entry).orElseThrow();
        SavedSession late = new SavedSession(
                held.socket(),
                held.account(),
                new EdgeId("late"),
                "late",
                held.takeovers(),
                held.places().stream()
                        .filter(place -> place.room().equals(history))
                        .toList(),
                null,
                null);
        school.write(
                new ProducerRecord<>(entry.topic(), entry.partition(), entry.key(), SavedSessionCodec.encode(late)));
        say(bens, maths, "1");
        second.awaitMessage("1");
        assertThat(second.isEnded()).isFalse();
        second.close();
        say(bens, maths, "2");
        RawClient third = recovering.raw(one, amy, Map.of("pid", first.privateId(), "offset", second.tokenOf("1")));
        assertThat(third.welcome().path("sid").asString()).isEqualTo(socket);
        third.awaitMessage("2");
        assertThat(third.messages()).containsExactly("2");
    }

    @Test
    void comesBackAgainAndAgainOnBothEdges() {
        RoomId room = school.room("History", amy);
        RawClient first = recovering.raw(one, amy, Map.of());
        first.enter(room);
        Map<String, String> claim = Map.of("pid", first.privateId());
        RawClient before = first;
        for (int i = 0; i < 20; i++) {
            before.close();
            before = recovering.raw(i < 10 ? one : two, amy, claim);
            assertThat(before.welcome().path("sid")).isEqualTo(first.welcome().path("sid"));
        }
    }

    @Test
    void whoIsRemovedWhileComingBackIsToldNothingMore() {
        RoomId room = school.room("History", amy, ben);
        TestClient bens = clients.entered(one, ben, room);
        RawClient first = recovering.raw(one, amy, Map.of());
        first.enter(room);
        say(bens, room, "0");
        Map<String, String> claim = Map.of("pid", first.privateId(), "offset", first.tokenOf("0"));
        first.close();
        // It is as long in coming back as its client likes.
        RawClient slow = recovering.open(RawClient.open(one, school.token(amy), claim, false));
        assertThat(slow.welcome().path("sid")).isEqualTo(first.welcome().path("sid"));
        slow.awaitHeartbeat();
        school.change(room, "History", RoomState.OPEN, ben.member());
        Awaitility.await().untilAsserted(() -> assertThat(slow.names()).contains("room_closed"));
        say(bens, room, "1");
        slow.answerHeartbeats();
        RoomId other = school.room("Maths", amy, ben);
        slow.enter(other);
        assertThat(slow.messages()).isEmpty();
        assertThat(slow.names()).containsOnlyOnce("room_closed");
        assertThat(one.listeners(room)).isEqualTo(1);
    }

    @Test
    void whoLeavesBeforeBeingLetInLeavesNoSessionBehind() throws IOException {
        TestEdge edge = recovering.open(TestEdge.start(Map.of("homeroom.edge.name", "hasty")));
        RawClient known = recovering.raw(edge, amy, Map.of());
        String token = school.token(amy);
        // The secret of no session, in the partition of a real one, so that it has to be looked up.
        String madeUp =
                known.privateId().substring(0, 4) + "A".repeat(known.privateId().length() - 4);
        for (int i = 0; i < 100; i++) {
            RawClient.open(edge, token, Map.of("pid", madeUp), true).reset();
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(SessionRecords.last())
                        .filteredOn(entry -> SessionRecords.session(entry)
                                .filter(session -> session.edge().value().startsWith("hasty"))
                                .filter(session -> session.drop() == null)
                                .isPresent())
                        .hasSize(1));
    }
}
