package dev.homeroom.archiver.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.testing.Backends;
import dev.homeroom.testing.KafkaServer;
import dev.homeroom.testing.PoisonKind;
import dev.homeroom.testing.PoisonLog;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** One batch with poison of every kind, and a good message after each. */
@TestInstance(Lifecycle.PER_CLASS)
class PoisonIntegrationTests {
    private final List<String> good = new ArrayList<>();
    private final Map<PoisonKind, ProducerRecord<byte[], byte[]>> sent = new EnumMap<>(PoisonKind.class);
    private final Map<PoisonKind, RecordMetadata> written = new EnumMap<>(PoisonKind.class);

    private KafkaServer kafka;
    private OwnArchiver archiver;
    private RoomId room;

    @BeforeAll
    void writeEverything() {
        kafka = Backends.ownKafka();
        try (PoisonLog log = PoisonLog.create(kafka)) {
            archiver = OwnArchiver.start(
                            kafka.bootstrapServers(),
                            Backends.freshDatabase(),
                            "--spring.kafka.consumer.isolation-level=read_committed",
                            "--spring.kafka.consumer.properties[max.partition.fetch.bytes]=33554432")
                    .awaitRunning();
            room = RoomId.parse(archiver.as("teacher")
                    .get("/api/rooms")
                    .json()
                    .path("items")
                    .get(0)
                    .path("id")
                    .asString());
            Author amy = Author.of(AccountId.parse(
                    archiver.as("amy").get("/api/me").json().path("id").asString()));
            write(log, amy);
        }
        await().until(() -> transcript().size() >= good.size());
    }

    private void write(PoisonLog log, Author amy) {
        MessagePosted first = RoomLog.message(room, amy, "good first");
        PoisonKind.Target target = new PoisonKind.Target(room, amy, first.id(), PoisonLog.PARTITIONS);
        List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>(List.of(entry(first)));
        good.add("good first");
        for (PoisonKind kind : PoisonKind.values()) {
            sent.put(kind, kind.record(target));
            batch.add(Objects.requireNonNull(sent.get(kind)));
            batch.add(entry(RoomLog.message(room, amy, "good after " + kind)));
            good.add("good after " + kind);
        }
        batch.add(withNewerFieldsAndForeignHeaders(RoomLog.message(room, amy, "good and newer")));
        good.add("good and newer");
        batch.add(entry(first)); // again
        List<RecordMetadata> places = log.write(batch);
        for (PoisonKind kind : PoisonKind.values()) {
            written.put(kind, places.get(batch.indexOf(sent.get(kind))));
        }
    }

    private static ProducerRecord<byte[], byte[]> entry(MessagePosted message) {
        return new ProducerRecord<>(
                Topics.MESSAGES, message.room().toString().getBytes(UTF_8), RoomEventCodec.encode(message));
    }

    private static ProducerRecord<byte[], byte[]> withNewerFieldsAndForeignHeaders(MessagePosted message) {
        String value = new String(RoomEventCodec.encode(message), UTF_8).replaceFirst("\\{", "{\"mood\":[1e999,{}],");
        ProducerRecord<byte[], byte[]> entry =
                new ProducerRecord<>(Topics.MESSAGES, message.room().toString().getBytes(UTF_8), value.getBytes(UTF_8));
        entry.headers().add("homeroom-reason", "malformed".getBytes(UTF_8)).add("ce_type", null);
        return entry;
    }

    private List<String> transcript() {
        List<String> texts = new ArrayList<>();
        JsonNode page = archiver.as("teacher")
                .get("/api/rooms/" + room + "/transcript?limit=500")
                .expect(200)
                .json();
        page.path("items").forEach(item -> texts.add(item.path("message").asString()));
        return texts;
    }

    @AfterAll
    void stop() {
        archiver.close();
        kafka.close();
    }

    @ParameterizedTest
    @EnumSource
    void putsPoisonAsideWholeAndWithItsReason(PoisonKind kind) {
        ProducerRecord<byte[], byte[]> record = Objects.requireNonNull(sent.get(kind));
        assertThat(letters(kind)).singleElement().satisfies(letter -> {
            assertThat(header(letter, DeadLetterHeaders.REASON)).isEqualTo(kind.reason());
            assertThat(header(letter, DeadLetterHeaders.DETAIL)).doesNotContain(PoisonKind.SAYS);
            assertThat(letter.key()).isEqualTo(record.key());
            assertThat(letter.value()).isEqualTo(record.value());
            List<Header> original = List.of(record.headers().toArray());
            assertThat(List.of(letter.headers().toArray()).subList(0, original.size()))
                    .isEqualTo(original);
        });
    }

    private List<ConsumerRecord<byte[], byte[]>> letters(PoisonKind kind) {
        RecordMetadata place = Objects.requireNonNull(written.get(kind));
        return TopicContents.all(kafka.bootstrapServers(), Topics.DEAD_LETTERS).stream()
                .filter(letter -> header(letter, DeadLetterHeaders.PARTITION).equals("" + place.partition())
                        && header(letter, DeadLetterHeaders.OFFSET).equals("" + place.offset()))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }

    @Test
    void storesAllGoodOnesInTheOrderOfTheLog() {
        assertThat(transcript()).isEqualTo(good);
    }

    @Test
    void putsNothingElseAside() {
        assertThat(TopicContents.all(kafka.bootstrapServers(), Topics.DEAD_LETTERS))
                .hasSize(PoisonKind.values().length);
    }

    @Test
    void storesTheBatchInOneTransaction() {
        assertThat(archiver.bean(JdbcClient.class)
                        .sql("SELECT count(DISTINCT xmin::text) FROM entry WHERE room = ?")
                        .param(room.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void letterNamesTheTopicByItsId() throws Exception {
        try (RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            assertThat(letters(PoisonKind.NOT_JSON))
                    .allSatisfy(letter -> assertThat(header(letter, DeadLetterHeaders.TOPIC_ID))
                            .isEqualTo(log.topicId().toString()));
        }
    }
}
