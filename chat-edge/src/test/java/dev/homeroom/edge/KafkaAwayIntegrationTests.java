package dev.homeroom.edge;

import static dev.homeroom.edge.Clients.names;
import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LastingPorts;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Promptness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An edge whose broker goes away and comes back. */
class KafkaAwayIntegrationTests {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration IN_TIME = TIMEOUT.plusMillis(1_500);
    private static final LastingPorts PORTS = new LastingPorts();

    @TempDir
    private Path folder;

    @Test
    void failsInTimeAcksNothingAndGoesOnByItself() {
        int port = PORTS.take();
        LocalKafka kafka = startKafka(port);
        Map<String, Object> settings = Map.of("homeroom.edge.publish.timeout", TIMEOUT.toSeconds() + "s");
        try (TestEdge edge = TestEdge.start(kafka.bootstrapServers(), settings);
                TestSchool school = new TestSchool(kafka.bootstrapServers())) {
            Person amy = student("Amy");
            RoomId room = school.room("History", amy);
            try (TestClient client = TestClient.connect(edge, Map.of("token", school.token(amy)))) {
                assertThat(client.ask("enter_room", "room", room).path("ok").asBoolean())
                        .isTrue();
                kafka.close();
                Object[] message = {"room", room, "message", "hello", "id", UUID.randomUUID()};
                Promptness.within(IN_TIME, () -> refusal(client, "send_message", message));
                kafka = startKafka(port);
                Awaitility.await()
                        .until(() ->
                                client.ask("send_message", message).path("ok").asBoolean());
                client.await("new_message", _ -> true);
                client.ask("send_message", "room", room, "message", "last");
                client.await("new_message", event -> event.text("message").equals("last"));
                assertThat(client.texts("new_message", "message")).containsExactly("hello", "last");
                assertThat(client.isConnected()).isTrue();
            }
        } finally {
            kafka.close();
        }
    }

    @Test
    void startedBeforeThereIsAnyKafkaItWaitsSaysSoAndGoesOnByItself() {
        int port = PORTS.take();
        try (TestEdge edge = TestEdge.begin("localhost:" + port, Map.of())) {
            String health = edge.address() + "/actuator/health";
            JsonNode waiting = new JsonMapper()
                    .readTree(get(health, 503))
                    .path("components")
                    .path("edge");
            assertThat(waiting.path("status").asString()).isEqualTo("OUT_OF_SERVICE");
            assertThat(waiting.path("details").path("waitingFor").asString()).contains("Kafka");
            get(health + "/readiness", 503);
            get(health + "/liveness", 200);

            LocalKafka kafka = startKafka(port);
            try (TestSchool school = new TestSchool(kafka.bootstrapServers())) {
                Awaitility.await().until(edge::isOpen);
                get(health, 200);
                get(health + "/readiness", 200);
                Person amy = student("Amy");
                RoomId room = school.room("History", amy);
                try (TestClient client = TestClient.connect(edge, Map.of("token", school.token(amy)))) {
                    client.ask("enter_room", "room", room);
                    client.ask("send_message", "room", room, "message", "hello");
                    client.await("new_message", event -> event.text("message").equals("hello"));
                }
            } finally {
                kafka.close();
            }
        }
    }

    @Test
    void aClientThatCameTooEarlyIsSentAwayAndComesBackByItself() {
        int port = PORTS.take();
        try (TestEdge edge = TestEdge.begin(
                        "localhost:" + port,
                        Map.of("homeroom.edge.chat.start-wait", "200ms", "homeroom.guests", "true"));
                NodeClient client = NodeClient.start()) {
            client.open(edge, Map.of("username", "Amy"));
            client.await("disconnect", 2);

            LocalKafka kafka = startKafka(port);
            try {
                client.await("connect", 1);
                assertThat(client.lines("connect_error")).isEmpty();
            } finally {
                kafka.close();
            }
        }
    }

    private static String get(String address, int status) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(address).isEqualTo(status);
            return answer.body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void enteringFailsInTimeWithAndWithoutACursorAndWhoWasInARoomStaysThere() {
        int port = PORTS.take();
        LocalKafka kafka = startKafka(port);
        Map<String, Object> settings = Map.of("homeroom.edge.publish.timeout", TIMEOUT.toSeconds() + "s");
        try (TestEdge edge = TestEdge.start(kafka.bootstrapServers(), settings);
                TestSchool school = new TestSchool(kafka.bootstrapServers())) {
            Person amy = student("Amy");
            RoomId followed = school.room("History", amy);
            RoomId another = roomElsewhere(school, followed, amy);
            try (TestClient client = TestClient.connect(edge, Map.of("token", school.token(amy)))) {
                String cursor = client.ask("enter_room", "room", followed)
                        .path("cursor")
                        .asString();
                String elsewhere = new Cursor(new Position(edge.topicId(), school.partitionOf(another), 0)).text();
                kafka.close();
                for (Object[] entering : List.of(
                        new Object[] {"room", another, "cursor", elsewhere},
                        new Object[] {"room", another},
                        new Object[] {"room", followed, "cursor", cursor})) {
                    Promptness.within(IN_TIME, () -> refusal(client, "enter_room", entering));
                }
                kafka = startKafka(port);
                Awaitility.await()
                        .until(() -> client.ask("send_message", "room", followed, "message", "back")
                                .path("ok")
                                .asBoolean());
                client.await("new_message", event -> event.text("message").equals("back"));
                assertThat(client.isConnected()).isTrue();
                Awaitility.await()
                        .until(() -> client.ask("enter_room", "room", another)
                                .path("ok")
                                .asBoolean());
            }
        } finally {
            kafka.close();
        }
    }

    /** How long it takes until this is refused. */
    private static Duration refusal(TestClient client, String event, Object... fields) {
        long begun = System.nanoTime();
        JsonNode refused = client.ask(event, fields);
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        assertThat(refused.path("error").path("code").asString()).isEqualTo("unavailable");
        assertThat(refused.path("error").path("retryable").asBoolean()).isTrue();
        return taken;
    }

    /** A room in another partition. */
    private static RoomId roomElsewhere(TestSchool school, RoomId room, Person person) {
        return Stream.generate(() -> school.room("Maths", person))
                .filter(each -> school.partitionOf(each) != school.partitionOf(room))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyIsTakenForGoneBecauseKafkaWasAway() {
        int port = PORTS.take();
        LocalKafka kafka = startKafka(port);
        Duration expiry = Duration.ofSeconds(2);
        Map<String, Object> settings = Map.of(
                "homeroom.edge.publish.timeout", TIMEOUT.toSeconds() + "s",
                "homeroom.edge.presence.heartbeat", "500ms",
                "homeroom.edge.presence.expiry", expiry.toSeconds() + "s");
        try (TestEdge one = TestEdge.start(kafka.bootstrapServers(), settings);
                TestEdge two = TestEdge.start(kafka.bootstrapServers(), settings);
                TestSchool school = new TestSchool(kafka.bootstrapServers())) {
            Person amy = student("Amy");
            Person ben = student("Ben");
            Person chen = student("Chen");
            RoomId room = school.room("History", amy, ben, chen);
            try (TestClient amys = TestClient.connect(one, Map.of("token", school.token(amy)));
                    TestClient bens = TestClient.connect(two, Map.of("token", school.token(ben)));
                    TestClient chens = TestClient.connect(two, Map.of("token", school.token(chen)))) {
                amys.ask("enter_room", "room", room);
                bens.ask("enter_room", "room", room);
                amys.await("user_joined", event -> event.text("user").equals("Ben"));
                kafka.close();
                Awaitility.await().pollDelay(expiry.multipliedBy(3)).until(() -> true);
                kafka = startKafka(port);
                for (TestClient client : List.of(amys, bens)) {
                    Awaitility.await()
                            .until(() -> client.ask("send_message", "room", room, "message", "back")
                                    .path("ok")
                                    .asBoolean());
                }
                Awaitility.await().during(expiry.multipliedBy(2)).untilAsserted(() -> {
                    assertThat(amys.events("user_left")).isEmpty();
                    assertThat(bens.events("user_left")).isEmpty();
                });
                assertThat(names(chens.ask("enter_room", "room", room))).containsExactly("Amy", "Ben", "Chen");
                chens.ask("leave_room", "room", room);
                amys.await("user_left", event -> names(event.argument()).equals(List.of("Amy", "Ben")));
            }
        } finally {
            kafka.close();
        }
    }

    private LocalKafka startKafka(int port) {
        return LocalKafka.start(KafkaSettings.in(folder).withPort(port).withHeapMegabytes(256))
                .orThrow();
    }
}
