package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.names;
import static dev.homeroom.edge.TestSchool.student;
import static dev.homeroom.edge.TestSchool.teacher;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Backends;
import dev.homeroom.testing.Promptness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Who is in a room, as all edges tell it. */
class PresenceIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final TestEdge one = SharedEdges.one();
    private final TestEdge two = SharedEdges.two();
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final Person teacher = teacher("Teacher");

    @Test
    void tellsTheRoomWhoComesAndGoesOnAnyEdge() {
        RoomId room = school.room("History", amy, ben, teacher);
        TestClient amys = clients.entered(one, amy, room);
        TestClient bens = clients.signedIn(two, ben);
        JsonNode ack = bens.ask("enter_room", "room", room);
        assertThat(names(ack)).containsExactly("Amy", "Ben");
        assertThat(ack.path("title").asString()).isEqualTo("History");
        assertThat(ack.path("role").asString()).isEqualTo("student");
        TestClient.Event joined =
                amys.await("user_joined", event -> event.text("user").equals("Ben"));
        assertThat(joined.text("room_id")).isEqualTo(room.toString());
        assertThat(names(joined.argument())).containsExactly("Amy", "Ben");
        assertThat(bens.ask("leave_room", "room", room).path("ok").asBoolean()).isTrue();
        TestClient.Event left =
                amys.await("user_left", event -> event.text("user").equals("Ben"));
        assertThat(names(left.argument())).containsExactly("Amy");
    }

    @Test
    void reloadShowsNoGoingAndNoComing() {
        comesBackUnnoticedOn(two);
    }

    @Test
    void reloadThatEndsOnAnotherEdgeShowsNoGoingAndNoComing() {
        comesBackUnnoticedOn(one);
    }

    private void comesBackUnnoticedOn(TestEdge edge) {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = clients.entered(one, amy, room);
        try (SwitchingProxy line = new SwitchingProxy(two)) {
            clients.entered(line, ben, room);
            amys.await("user_joined", event -> event.text("user").equals("Ben"));
            TestClient again = clients.signedIn(edge, ben);
            line.shut();
            Awaitility.await().until(() -> two.listeners(room) == 0);
            JsonNode ack = again.ask("enter_room", "room", room);
            assertThat(names(ack)).containsExactly("Amy", "Ben");
            amys.ask("send_message", "room", room, "message", "still here");
            again.await("new_message", _ -> true);
            Awaitility.await().during(SharedEdges.GRACE.multipliedBy(2)).untilAsserted(() -> {
                assertThat(amys.events("user_left")).isEmpty();
                assertThat(amys.texts("user_joined", "user")).containsOnlyOnce("Ben");
            });
            assertThat(again.ask("leave_room", "room", room).path("ok").asBoolean())
                    .isTrue();
            amys.await("user_left", event -> event.text("user").equals("Ben"));
        }
    }

    @Test
    void tellsOnceOfSomebodyWhoLeavesTwoEdgesAtTheSameMoment() {
        RoomId room = school.room("History", amy, ben, teacher);
        TestClient amys = clients.entered(one, amy, room);
        TestClient teachers = clients.entered(two, teacher, room);
        TestClient left = clients.entered(one, ben, room);
        amys.await("user_joined", event -> event.text("user").equals("Ben"));
        teachers.await("user_joined", event -> event.text("user").equals("Ben"));
        TestClient right = clients.entered(two, ben, room);
        // Nobody is told of the list that says so to the other edge; it is written at once.
        Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
        CompletableFuture.allOf(left.askLater("leave_room", "room", room), right.askLater("leave_room", "room", room))
                .join();
        amys.await("user_left", event -> event.text("user").equals("Ben"));
        teachers.await("user_left", event -> event.text("user").equals("Ben"));
        Awaitility.await().during(Duration.ofSeconds(1)).untilAsserted(() -> {
            assertThat(amys.texts("user_left", "user")).containsExactly("Ben");
            assertThat(teachers.texts("user_left", "user")).containsExactly("Ben");
        });
        assertThat(school.idsOf(RoomEvent.Left.class, room)).hasSize(1);
    }

    /** Its goodbye to the room's partition may still be due when somebody enters there again. */
    @Test
    void tellsOfNobodyAsGoneWhoseEdgeHadJustLetTheRoomGo() {
        RoomId room = school.room("History", amy, ben);
        TestClient amys = clients.entered(one, amy, room);
        try (TestEdge edge = TestEdge.start(Map.of("homeroom.edge.fanout.idle-partition", "100ms"))) {
            TestClient bens = clients.signedIn(edge, ben);
            for (int round = 0; round < 3; round++) {
                bens.ask("enter_room", "room", room);
                bens.ask("leave_room", "room", room);
                Awaitility.await().until(() -> !edge.follows(room));
            }
            bens.ask("enter_room", "room", room);
            Awaitility.await()
                    .during(Duration.ofSeconds(3))
                    .untilAsserted(() -> assertThat(amys.events("user_left")).hasSize(3));
        }
    }

    @Test
    void listsSomeOfThePeopleInAFullRoomAndCountsAll() {
        RoomId room = school.room("History", amy, ben, teacher);
        try (TestEdge edge = TestEdge.start(Map.of("homeroom.edge.chat.listed-people", 2))) {
            TestClient amys = clients.entered(edge, amy, room);
            clients.entered(edge, ben, room);
            JsonNode ack = clients.signedIn(edge, teacher).ask("enter_room", "room", room);
            assertThat(ack.path("count").asInt()).isEqualTo(3);
            assertThat(names(ack)).hasSize(2);
            JsonNode joined = amys.await(
                            "user_joined", event -> event.text("user").equals("Teacher"))
                    .argument();
            assertThat(joined.path("count").asInt()).isEqualTo(3);
            assertThat(joined.path("present").size()).isEqualTo(2);
            assertThat(joined.path("user_id").asString()).isEqualTo(teacher.id().toString());
            assertThat(joined.path("role").asString()).isEqualTo("teacher");
        }
    }

    @Test
    void peopleOfAKilledEdgeAreGoneWithinTenSeconds() {
        try (TestEdge survivor = TestEdge.start(Map.of())) {
            Promptness.within(Duration.ofSeconds(10), () -> goneAfterAKill(survivor));
        }
    }

    /** How long the room waits to be told of somebody whose edge was killed. */
    private Duration goneAfterAKill(TestEdge survivor) {
        RoomId room = school.room("History", amy, ben);
        try (EdgeProcess victim = EdgeProcess.start(Backends.kafka().bootstrapServers())) {
            TestClient amys = clients.entered(survivor, amy, room);
            clients.entered(victim, ben, room);
            amys.await("user_joined", event -> event.text("user").equals("Ben"));
            Instant killed = Instant.now();
            victim.kill();
            TestClient.Event left = amys.await("user_left", _ -> true);
            assertThat(amys.texts("user_left", "user")).containsExactly("Ben");
            assertThat(names(left.argument())).containsExactly("Amy");
            return Duration.between(killed, left.arrived());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void peopleOfTwoEdgesThatDieTogetherAreGone() throws IOException {
        RoomId room = school.room("History", amy, ben, teacher);
        String kafka = Backends.kafka().bootstrapServers();
        // The edge with the first name tells of the dead, so those that die are started first.
        try (EdgeProcess speaker = EdgeProcess.start(kafka);
                EdgeProcess victim = EdgeProcess.start(kafka);
                TestEdge survivor = TestEdge.start(Map.of())) {
            clients.entered(speaker, teacher, room);
            clients.entered(victim, ben, room);
            TestClient amys = clients.entered(survivor, amy, room);
            Awaitility.await()
                    .until(() ->
                            amys.ask("enter_room", "room", room).path("users").size() == 3);
            victim.kill();
            Awaitility.await().pollDelay(Duration.ofSeconds(3)).until(() -> true); // not yet long enough to be missed
            speaker.kill();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(amys.texts("user_left", "user")).containsExactlyInAnyOrder("Ben", "Teacher"));
        }
    }
}
