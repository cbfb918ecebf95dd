package dev.homeroom.edge;

import static dev.homeroom.edge.TestSchool.student;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.testing.Backends;
import dev.homeroom.testing.KafkaServer;
import dev.homeroom.testing.PoisonKind;
import dev.homeroom.testing.PoisonLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Poison of every kind on the room log, and a good message after each. */
class PoisonIntegrationTests {
    private final Person amy = student("Amy");
    private final Person ben = student("Ben");
    private final List<String> good = new ArrayList<>();

    private KafkaServer kafka;
    private PoisonLog log;
    private TestEdge edge;
    private TestSchool school;
    private RoomId room;

    @BeforeEach
    void start() {
        kafka = Backends.ownKafka();
        log = PoisonLog.create(kafka);
        // Whoever comes back is served from Kafka, and not from memory.
        edge = TestEdge.start(kafka.bootstrapServers(), Map.of("homeroom.edge.fanout.recall-size", "1KB"));
        school = new TestSchool(kafka.bootstrapServers());
        room = school.room("History", amy, ben);
    }

    @AfterEach
    void stop() {
        school.close();
        edge.close();
        log.close();
        kafka.close();
    }

    private void writeEverything() {
        MessagePosted first = message("good first");
        PoisonKind.Target target = new PoisonKind.Target(room, Author.of(amy.id()), first.id(), PoisonLog.PARTITIONS);
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>(List.of(entry(first)));
        for (PoisonKind kind : PoisonKind.values()) {
            records.add(kind.record(target));
            records.add(entry(message("good after " + kind)));
        }
        records.add(entry(message("good last")));
        log.write(records);
    }

    private MessagePosted message(String text) {
        good.add(text);
        return new MessagePosted(
                MessageId.create(), room, Author.of(amy.id()), Instant.now(), null, new MessageText(text), null);
    }

    private static ProducerRecord<byte[], byte[]> entry(MessagePosted message) {
        return new ProducerRecord<>(
                Topics.MESSAGES, message.room().toString().getBytes(UTF_8), RoomEventCodec.encode(message));
    }

    private TestClient connect(Person person) {
        return TestClient.connect(edge, Map.of("token", school.token(person)));
    }

    @Test
    void showsEveryGoodMessageAndNoPoisonLiveAndInAReplay() {
        try (TestClient amys = connect(amy);
                TestClient bens = connect(ben)) {
            String cursor = amys.ask("enter_room", "room", room).path("cursor").asString();
            writeEverything();
            amys.await("new_message", message -> message.text("message").equals("good last"));
            assertThat(amys.texts("new_message", "message")).isEqualTo(good);
            assertThat(amys.texts("user_joined", "user")).isSubsetOf("Amy");

            bens.ask("enter_room", "room", room, "cursor", cursor);
            bens.await("new_message", message -> message.text("message").equals("good last"));
            assertThat(bens.texts("new_message", "message")).isEqualTo(good);

            assertThat(amys.ask("send_message", "room", room, "message", "and on")
                            .path("ok")
                            .asBoolean())
                    .isTrue();
            bens.await("new_message", message -> message.text("message").equals("and on"));
        }
    }
}
