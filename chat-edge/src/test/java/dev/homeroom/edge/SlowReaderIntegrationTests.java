package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.wire.RawWebSocket;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member of a busy room who does not read what they are sent. */
class SlowReaderIntegrationTests {
    /** Of 16 KB each: more than the buffers of a connection hold. */
    private static final int MESSAGES = 500;

    private static final int AT_ONCE = 5;
    private static final String LONG = "\uD83D\uDE00".repeat(3_990);

    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final Person slow = student("Slow");

    @Test
    void slowReaderIsLetGoAndResumesWhileTheOthersMissNothing() throws IOException {
        RoomId room = school.room("History", amy, ben, slow);
        List<String> all = IntStream.range(0, MESSAGES).mapToObj(i -> LONG + i).toList();
        Map<String, Object> settings = Map.of(
                "homeroom.edge.socket.max-queued",
                "256KB",
                "homeroom.edge.socket.close-timeout",
                "60s",
                "homeroom.edge.publish.rate-per-second",
                100_000,
                "homeroom.edge.publish.burst",
                100_000);
        try (TestEdge edge = TestEdge.start(settings);
                RawWebSocket slows = connect(edge)) {
            String cursor = enter(slows, room);
            TestClient bens = clients.entered(edge, ben, room);
            TestClient amys = clients.entered(edge, amy, room);
            for (int i = 0; i < MESSAGES; i += AT_ONCE) {
                List<CompletableFuture<JsonNode>> acks = all.subList(i, i + AT_ONCE).stream()
                        .map(text -> amys.askLater("send_message", "room", room, "message", text))
                        .toList();
                assertThat(acks).allMatch(ack -> ack.join().path("ok").asBoolean());
            }
            bens.await("user_left", event -> event.text("user").equals("Slow"));
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(bens.texts("new_message", "message")).isEqualTo(all));
            assertThat(slows.readClose().closeCode()).isEqualTo(CloseReason.SLOW_CONSUMER.webSocketCode());
            assertThat(edge.ended(CloseReason.SLOW_CONSUMER)).isEqualTo(1);

            TestClient again = clients.signedIn(SharedEdges.two(), slow);
            JsonNode ack = again.ask("enter_room", "room", room, "cursor", cursor);
            assertThat(ack.path("resumed").asBoolean()).isTrue();
            Awaitility.await()
                    .untilAsserted(() ->
                            assertThat(again.texts("new_message", "message")).isEqualTo(all));
        }
    }

    private RawWebSocket connect(TestEdge edge) {
        int port = URI.create(edge.address()).getPort();
        RawWebSocket socket = RawWebSocket.open(port, "/socket.io/?EIO=4&transport=websocket");
        assertThat(socket.readText()).startsWith("0{");
        socket.text("40{\"token\":\"" + school.token(slow) + "\"}");
        assertThat(socket.readText()).startsWith("40{");
        return socket;
    }

    /** Returns the cursor from which live events come. */
    private static String enter(RawWebSocket socket, RoomId room) {
        socket.text("420[\"enter_room\",{\"room\":\"" + room + "\"}]");
        String text = socket.readText();
        while (!text.startsWith("430[")) {
            text = socket.readText();
        }
        JsonNode ack = new JsonMapper().readTree(text.substring("430".length())).get(0);
        assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
        return ack.path("cursor").asString();
    }
}
