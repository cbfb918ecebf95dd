package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An edge whose broker goes away and comes back. */
class KafkaAwayIntegrationTests {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    @Test
    void failsInTimeAcksNothingAndGoesOnByItself() {
        LocalKafka kafka = startKafka(0);
        int port = URI.create("kafka://" + kafka.bootstrapServers()).getPort();
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
                JsonNode refused = client.askLater("send_message", message)
                        .orTimeout(TIMEOUT.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS)
                        .join();
                assertThat(refused.path("error").path("code").asString()).isEqualTo("unavailable");
                assertThat(refused.path("error").path("retryable").asBoolean()).isTrue();
                kafka = startKafka(port);
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
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

    private LocalKafka startKafka(int port) {
        return LocalKafka.start(KafkaSettings.in(folder).withPort(port).withHeapMegabytes(256))
                .orThrow();
    }
}
