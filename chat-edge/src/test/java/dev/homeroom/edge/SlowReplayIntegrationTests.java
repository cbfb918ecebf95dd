package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.edge.wire.RawWebSocket;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Members who come back with an old cursor and do not read what they missed. */
class SlowReplayIntegrationTests {
    /** Of 16 KB each: more than the buffers of a connection hold. */
    private static final int MESSAGES = 600;

    private static final String LONG = "\uD83D\uDE00".repeat(3_990);

    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final Person amy = student("Amy");
    private final Person ben = student("Ben");

    @Test
    void membersWhoDoNotReadTheirReplayHoldUpNobodyElses() throws IOException {
        List<Person> slow =
                IntStream.range(0, 6).mapToObj(i -> student("Slow " + i)).toList();
        Person[] people = slow.toArray(Person[]::new);
        RoomId busy = school.room("Busy", people);
        RoomId quiet = school.room("Quiet", amy, ben);
        Map<String, Object> settings = Map.of(
                "homeroom.edge.socket.max-queued", "256KB",
                "homeroom.edge.fanout.recall-size", "1KB",
                "homeroom.edge.fanout.recall", "0s",
                // Whoever has to wait for somebody else's reader waits for longer than this test does.
                "homeroom.edge.resume.timeout", "10m");
        long first = school.post(busy, slow.getFirst(), LONG);
        IntStream.range(1, MESSAGES).forEach(i -> school.post(busy, slow.getFirst(), LONG + i));
        List<RawWebSocket> sockets = new ArrayList<>();
        try (TestEdge edge = TestEdge.start(settings)) {
            long quietFirst = school.post(quiet, amy, "first");
            List<String> missed =
                    IntStream.range(0, 20).mapToObj(i -> "missed " + i).toList();
            missed.forEach(text -> school.post(quiet, amy, text));
            for (Person person : slow) {
                RawWebSocket socket = connect(edge, person);
                sockets.add(socket);
                socket.text("420[\"enter_room\",{\"room\":\"" + busy + "\",\"cursor\":\"" + cursor(edge, busy, first)
                        + "\"}]");
                socket.readText(); // up to here, and no further
                socket.readText();
            }
            TestClient bens = clients.signedIn(edge, ben);
            JsonNode ack = bens.ask("enter_room", "room", quiet, "cursor", cursor(edge, quiet, quietFirst));
            assertThat(ack.path("resumed").asBoolean()).as("%s", ack).isTrue();
            bens.await("caught_up", _ -> true);
            assertThat(bens.texts("new_message", "message")).isEqualTo(missed);

            for (RawWebSocket socket : sockets) {
                assertThat(readAll(socket)).isEqualTo(MESSAGES - 1);
            }
        } finally {
            for (RawWebSocket socket : sockets) {
                socket.close();
            }
        }
    }

    private String cursor(TestEdge edge, RoomId room, long offset) {
        return new Cursor(new Position(edge.topicId(), school.partitionOf(room), offset)).text();
    }

    private RawWebSocket connect(TestEdge edge, Person person) {
        int port = URI.create(edge.address()).getPort();
        RawWebSocket socket = RawWebSocket.open(port, "/socket.io/?EIO=4&transport=websocket");
        assertThat(socket.readText()).startsWith("0{");
        socket.text("40{\"token\":\"" + school.token(person) + "\"}");
        assertThat(socket.readText()).startsWith("40{");
        return socket;
    }

    /** Reads up to {@code caught_up}; answers how many messages that were. */
    private static int readAll(RawWebSocket socket) {
        int messages = 1; // one was read before
        String text = socket.readText();
        while (!text.startsWith("42[\"caught_up\"")) {
            assertThat(text).isNotEmpty();
            messages += text.startsWith("42[\"new_message\"") ? 1 : 0;
            text = socket.readText();
        }
        return messages;
    }
}
