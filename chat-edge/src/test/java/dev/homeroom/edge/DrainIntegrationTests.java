package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.wire.RawWebSocket;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** An edge that is asked to stop while people are on it. */
class DrainIntegrationTests {
    private final TestSchool school = SharedEdges.school();

    @RegisterExtension
    private final Clients clients = new Clients(school);

    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private RoomId room;

    @BeforeEach
    void makeRoom() {
        room = school.room("History", amy, ben);
    }

    @Test
    void sendsItsClientsAwayOneAfterAnother() {
        TestEdge edge = draining(5);
        List<CompletableFuture<Instant>> ends =
                IntStream.range(0, 20).mapToObj(_ -> endOfConnection(edge)).toList();
        edge.close();
        List<Instant> sorted =
                ends.stream().map(CompletableFuture::join).sorted().toList();
        assertThat(Duration.between(sorted.getFirst(), sorted.getLast())).isGreaterThan(Duration.ofSeconds(1));
    }

    @Test
    void isNotReadyAndLetsNobodyInWhileItServesThoseWhoAreThere() throws Exception {
        TestEdge edge = draining(1);
        List<TestClient> here = IntStream.range(0, 12)
                .mapToObj(_ -> clients.entered(edge, amy, room))
                .toList();
        assertThat(status(edge, "/actuator/health/readiness")).isEqualTo(200);
        CompletableFuture<Void> stopped = CompletableFuture.runAsync(edge::close);
        Awaitility.await().until(() -> status(edge, "/actuator/health/readiness") == 503);
        assertThat(status(edge, "/actuator/health/liveness")).isEqualTo(200);
        assertThat(status(edge, "/socket.io/?EIO=4&transport=polling")).isEqualTo(503);
        List<CompletableFuture<JsonNode>> acks = here.stream()
                .map(client -> client.askLater("send_message", "room", room, "message", "still here"))
                .toList();
        stopped.join();
        assertThat(acks).anyMatch(ack -> ack.isDone() && ack.join().path("ok").asBoolean());
    }

    @Test
    void losesNothingThatItHasAcked() {
        TestEdge edge = draining(500);
        TestClient bens = clients.entered(SharedEdges.two(), ben, room);
        TestClient amys = clients.entered(edge, amy, room);
        List<CompletableFuture<JsonNode>> acks = new ArrayList<>();
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        AtomicBoolean stopping = new AtomicBoolean();
        Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> {
            acks.add(amys.askLater("send_message", "room", room, "message", "" + acks.size()));
            if (acks.size() >= 100 && acks.get(99).isDone() && stopping.compareAndSet(false, true)) {
                stopped.completeAsync(() -> {
                    edge.close();
                    return null;
                });
            }
            return !amys.isConnected();
        });
        assertThat(stopped).succeedsWithin(Duration.ofMinutes(1));
        List<String> acked = IntStream.range(0, acks.size())
                .filter(i ->
                        acks.get(i).isDone() && acks.get(i).join().path("ok").asBoolean())
                .mapToObj(Integer::toString)
                .toList();
        assertThat(acked).hasSizeGreaterThan(50);
        Awaitility.await()
                .untilAsserted(() -> assertThat(bens.texts("new_message", "message"))
                        .containsAll(acked)
                        .doesNotHaveDuplicates());
    }

    /** Opens a connection; completes when the edge closes it as one that stops does. */
    private static CompletableFuture<Instant> endOfConnection(TestEdge edge) {
        int port = URI.create(edge.address()).getPort();
        RawWebSocket socket = RawWebSocket.open(port, "/socket.io/?EIO=4&transport=websocket");
        CompletableFuture<Instant> end = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (socket) {
                assertThat(socket.readClose().closeCode()).isEqualTo(CloseReason.SHUTDOWN.webSocketCode());
                end.complete(Instant.now());
            } catch (IOException | AssertionError e) {
                end.completeExceptionally(e);
            }
        });
        return end;
    }

    private static TestEdge draining(int sessionsPerSecond) {
        return TestEdge.start(Map.of("homeroom.edge.drain.sessions-per-second", sessionsPerSecond));
    }

    private static int status(Edge edge, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(edge.address() + path)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }
}
