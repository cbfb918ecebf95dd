package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.code;
import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.GuestRoom;
import dev.homeroom.edge.TestSchool.Person;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** The plain dialect, as the simplest pages speak it. */
class GuestsIntegrationTests {
    /** Longer than anybody here waits for anything. */
    private static final Duration GRACE = Duration.ofMinutes(10);

    private static TestEdge edge;

    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    @BeforeAll
    static void start() {
        edge = TestEdge.start(Map.of("homeroom.guests", true, "homeroom.edge.presence.grace", GRACE));
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void guestsChatInPlainStrings() {
        String room = "7b " + System.nanoTime();
        TestClient amy = guest();
        TestClient ben = guest();
        amy.tell("join", "username", "amy", "room", room);
        Awaitility.await()
                .untilAsserted(() -> assertThat(amy.plain()).containsExactly("amy has entered the room " + room + "."));
        ben.tell("join", "username", "ben", "room", room);
        ben.tell("message", "room", room, "message", "hello");
        ben.tell("leave", "username", "ben", "room", room);
        Awaitility.await()
                .untilAsserted(() -> assertThat(amy.plain())
                        .containsExactly(
                                "amy has entered the room " + room + ".",
                                "ben has entered the room " + room + ".",
                                "ben: hello",
                                "ben has left the room " + room + "."));
    }

    @Test
    void whoDisconnectsOnPurposeIsGoneAtOnce() {
        String room = "7c " + System.nanoTime();
        TestClient amy = guest();
        TestClient ben = guest();
        amy.ask("join", "username", "amy", "room", room);
        ben.ask("join", "username", "ben", "room", room);
        ben.close();
        Awaitility.await().untilAsserted(() -> assertThat(amy.plain()).contains("ben has left the room " + room + "."));
    }

    @Test
    void guestsCannotTakeTheRoomOfASchool() {
        Person amy = student("Amy");
        String title = "History " + System.nanoTime();
        var id = school.room(title, amy);
        TestClient guest = guest();
        Awaitility.await()
                .untilAsserted(() -> assertThat(code(guest.ask("join", "username", "x", "room", title)))
                        .isEqualTo("name_taken"));
        assertThat(code(guest.ask("join", "username", "x", "room", id))).isEqualTo("name_taken");
        assertThat(code(guest.ask("enter_room", "room", id))).isEqualTo("unknown_room");
        assertThat(code(guest.ask("message", "message", "hi", "room", title))).isEqualTo("unknown_room");
    }

    @Test
    void memberUsesThePlainDialectInTheirOwnRoomByTitle() {
        Person amy = student("Amy");
        String title = "History " + System.nanoTime();
        school.room(title, amy);
        TestClient amys = clients.signedIn(edge, amy);
        Awaitility.await()
                .untilAsserted(() -> assertThat(amys.ask("join", "room", title, "username", "somebody else")
                                .path("ok")
                                .asBoolean())
                        .isTrue());
        amys.tell("message", "room", title, "message", "hello");
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(amys.plain()).contains("Amy has entered the room " + title + ".", "Amy: hello"));
    }

    @Test
    void whoHasLeftCanWriteNoMore() {
        String room = "7d " + System.nanoTime();
        TestClient amy = guest();
        TestClient ben = guest();
        amy.ask("join", "username", "amy", "room", room);
        ben.ask("join", "username", "ben", "room", room);
        ben.ask("leave", "room", room);
        assertThat(code(ben.ask("message", "room", room, "message", "after leaving")))
                .isEqualTo("unknown_room");
        amy.ask("message", "room", room, "message", "last");
        Awaitility.await().untilAsserted(() -> assertThat(amy.plain()).contains("amy: last"));
        assertThat(amy.plain()).doesNotContain("ben: after leaving");
    }

    @Test
    void everyRefusalIsToldWhereNoAckWasAskedFor() {
        String room = "7e " + System.nanoTime();
        TestClient amy = guest();
        amy.ask("join", "username", "amy", "room", room);
        Awaitility.await().untilAsserted(() -> assertThat(amy.plain()).hasSize(1));
        amy.tell("message", "room", room, "message", "   ");
        amy.tell("message", "room", room, "message", "x".repeat(4_001));
        amy.tell("message", "message", "where?");
        amy.tell("join");
        amy.tell("message", "room", "another", "message", "hi");
        Awaitility.await()
                .untilAsserted(() -> assertThat(amy.plain())
                        .contains(
                                "The message is empty.",
                                "The message has 4001 characters; the limit is 4000.",
                                "The field room is missing.",
                                "There is no such room.")
                        .hasSize(6));
    }

    @Test
    void refusesNamesThatAreNone() {
        TestClient guest = guest();
        assertThat(code(guest.ask("join", "username", "  ", "room", "7b"))).isEqualTo("bad_request");
        assertThat(code(guest.ask("join", "username", "amy", "room", "x".repeat(101))))
                .isEqualTo("bad_request");
        assertThat(code(guest.ask("join", "room", "7b"))).isEqualTo("bad_request");
        assertThat(message(guest.ask("join", "room", "7b"))).isEqualTo("The field username is missing.");
        assertThat(message(guest.ask("join", "username", "", "room", "7b"))).isEqualTo("The field username is empty.");
        assertThat(message(guest.ask("join", "username", "amy", "room", ""))).isEqualTo("The field room is empty.");
        assertThat(message(guest.ask("join", "username", "amy", "room", "x".repeat(101))))
                .isEqualTo("The field room has 101 characters; the limit is 100.");
    }

    @Test
    void givesHostileNamesBackAsTheyAre() {
        String room = "<img src=x onerror=alert(1)>'; DROP TABLE rooms; --" + System.nanoTime();
        TestClient guest = guest();
        JsonNode ack = guest.ask("join", "username", "../../etc/passwd", "room", room);
        assertThat(ack.path("room").asString())
                .isEqualTo(new GuestRoom(room).id().toString());
        Awaitility.await()
                .untilAsserted(() -> assertThat(guest.plain())
                        .containsExactly("../../etc/passwd has entered the room " + room + "."));
    }

    private static String message(JsonNode ack) {
        return ack.path("error").path("message").asString();
    }

    private TestClient guest() {
        return clients.connected(edge, Map.of());
    }
}
