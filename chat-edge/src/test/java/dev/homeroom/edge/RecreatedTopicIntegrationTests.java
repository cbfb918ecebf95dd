package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A room log that was deleted under a running edge, whose offsets then begin at 0 again and mean something else. */
class RecreatedTopicIntegrationTests {
    @TempDir
    private Path folder;

    @Test
    void saysThatOldCursorsAndSessionsAreOutOfReachAndGoesOn() throws ExecutionException, InterruptedException {
        try (LocalKafka kafka = LocalKafka.start(KafkaSettings.in(folder).withHeapMegabytes(256))
                        .orThrow();
                TestEdge edge = TestEdge.start(kafka.bootstrapServers(), Map.of());
                TestSchool school = new TestSchool(kafka.bootstrapServers());
                NodeClient node = NodeClient.start()) {
            Person amy = student("Amy");
            RoomId room = school.room("History", amy);
            Map<String, String> auth = Map.of("token", school.token(amy));
            String id = node.connect(edge, auth).path("id").asString();
            node.ask("enter_room", Map.of("room", room.toString()));
            IntStream.range(0, 20).forEach(i -> send(node, room, "old " + i));
            node.await(
                    line -> line.path("args").path(0).path("message").asString().equals("old 19"));
            String cursor =
                    node.events("new_message").getLast().path(0).path("cursor").asString();

            delete(kafka);

            JsonNode again = node.await("connect", 2);
            assertThat(again.path("recovered").asBoolean()).isFalse();
            assertThat(again.path("id").asString()).isNotEqualTo(id);
            JsonNode ack = node.ask("enter_room", Map.of("room", room.toString(), "cursor", cursor));
            assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
            assertThat(ack.path("resumed").asBoolean(true)).isFalse();
            send(node, room, "new");
            Awaitility.await().untilAsserted(() -> assertThat(node.messages()).endsWith("old 19", "new"));
        }
    }

    private static void send(NodeClient node, RoomId room, String text) {
        JsonNode ack = node.ask("send_message", Map.of("room", room.toString(), "message", text));
        assertThat(ack.path("ok").asBoolean()).as("%s", ack).isTrue();
    }

    private static void delete(LocalKafka kafka) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (Admin admin = Admin.create(settings)) {
            admin.deleteTopics(List.of(Topics.MESSAGES)).all().get();
        }
    }
}
