package dev.homeroom.archiver.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.backends.Database;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.testing.Backends;
import dev.homeroom.testing.KafkaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dead letters of a room log that has been made anew since. */
class RecreatedTopicReplayIntegrationTests {
    private KafkaServer kafka;
    private Database database;
    private OwnArchiver archiver;
    private RoomLog log;
    private RoomId room;
    private Author amy;

    @BeforeEach
    void start() {
        kafka = Backends.ownKafka();
        database = Backends.freshDatabase();
        archiver = OwnArchiver.start(kafka.bootstrapServers(), database).awaitRunning();
        log = new RoomLog(kafka.bootstrapServers());
        JsonNode rooms = archiver.as("teacher").get("/api/rooms").json();
        room = RoomId.parse(rooms.path("items").get(0).path("id").asString());
        amy = Author.of(AccountId.parse(
                archiver.as("amy").get("/api/me").json().path("id").asString()));
    }

    @AfterEach
    void stop() {
        log.close();
        archiver.close();
        kafka.close();
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        archiver.as("teacher")
                .get("/api/rooms/" + room + "/transcript")
                .json()
                .path("items")
                .forEach(item -> texts.add(item.path("message").asString()));
        return texts;
    }

    private void say(String text, Duration ago) {
        log.write(RoomLog.message(
                MessageId.create(), room, amy, text, RoomLog.now().minus(ago)));
    }

    private void recreateTopic() throws Exception {
        UUID old = log.topicId();
        log.admin().deleteTopics(List.of(Topics.MESSAGES)).all().get();
        await().ignoreExceptions().until(() -> {
            log.admin()
                    .createTopics(Topics.all(12, (short) 1).stream()
                            .filter(topic -> topic.name().equals(Topics.MESSAGES))
                            .toList())
                    .all()
                    .get();
            return true;
        });
        await().ignoreExceptions().until(() -> !log.topicId().equals(old));
    }

    /** A letter with what an archiver says of it, but for the topic's id where that is null. */
    private void putAside(Map<String, String> headers) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> letter =
                    new ProducerRecord<>(Topics.DEAD_LETTERS, room.toString().getBytes(UTF_8), null);
            headers.forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
            Map.of(
                            "homeroom-reason", "too_large",
                            "homeroom-topic", Topics.MESSAGES,
                            "homeroom-partition", "0",
                            "homeroom-offset", "0")
                    .forEach((name, value) -> letter.headers().add(name, value.getBytes(UTF_8)));
            producer.send(letter).get();
        }
    }

    @Test
    void putsLettersOfTheOldTopicBeforeWhatTheNewOneHas() throws Exception {
        say("late", Duration.ofDays(365));
        say("old", Duration.ZERO);
        await().untilAsserted(() -> assertThat(texts()).containsExactly("old"));
        await().until(() ->
                TopicContents.all(kafka.bootstrapServers(), Topics.DEAD_LETTERS).size() == 1);
        String oldTopic = log.topicId().toString();
        recreateTopic();
        say("new", Duration.ZERO);
        await().untilAsserted(() -> assertThat(texts()).containsExactly("old", "new"));
        putAside(Map.of());
        putAside(Map.of("homeroom-topic-id", oldTopic, "homeroom-value", "left out"));

        ReplayRun run = ReplayRun.here(
                        kafka.bootstrapServers(), database, "--homeroom.archiver.ingest.clock-behind=400d")
                .succeeded();

        assertThat(texts()).containsExactly("late", "old", "new");
        assertThat(run.count("stored")).isEqualTo(1);
        assertThat(run.output())
                .contains("of a topic that this database does not know 1")
                .contains("left out, and not on the log any more 1");
    }
}
