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
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.testing.Backends;
import dev.homeroom.testing.KafkaServer;
import dev.homeroom.testing.PoisonLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Dead letters get into the transcript after a repair, beside an archiver that goes on with its work. */
@TestInstance(Lifecycle.PER_CLASS)
class ReplayIntegrationTests {
    private static final String OLD_CLOCKS = "--homeroom.archiver.ingest.clock-behind=400d";

    private KafkaServer kafka;
    private PoisonLog largeRecords;
    private Database database;
    private OwnArchiver archiver;
    private RoomLog log;
    private JdbcClient jdbc;
    private Author amy;
    private RoomId room;

    @BeforeAll
    void start() {
        kafka = Backends.ownKafka();
        largeRecords = PoisonLog.create(kafka);
        database = Backends.freshDatabase();
        archiver = OwnArchiver.start(
                        kafka.bootstrapServers(),
                        database,
                        "--spring.kafka.consumer.properties[max.partition.fetch.bytes]=33554432")
                .awaitRunning();
        log = new RoomLog(kafka.bootstrapServers());
        jdbc = archiver.bean(JdbcClient.class);
        amy = Author.of(AccountId.parse(
                archiver.as("amy").get("/api/me").json().path("id").asString()));
    }

    @AfterAll
    void stop() {
        log.close();
        archiver.close();
        largeRecords.close();
        kafka.close();
    }

    @BeforeEach
    void makeRoom() {
        room = RoomId.parse(archiver.as("teacher")
                .post(
                        "/api/rooms",
                        Map.of(
                                "title",
                                "Replay",
                                "members",
                                List.of(amy.account().toString())))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private ReplayRun replay(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--room=" + room);
        return ReplayRun.here(kafka.bootstrapServers(), database, all.toArray(String[]::new));
    }

    private ReplayRun ofTheJar(String option) throws IOException, InterruptedException {
        return ReplayRun.ofTheJar(
                        "replay-dead-letters",
                        ReplayRun.arguments(kafka.bootstrapServers(), database, option, "--room=" + room))
                .succeeded();
    }

    private MessagePosted sentDaysAgo(int days, String text) {
        return RoomLog.message(
                MessageId.create(), room, amy, text, RoomLog.now().minus(Duration.ofDays(days)));
    }

    private JsonNode transcript() {
        return archiver.as("teacher")
                .get("/api/rooms/" + room + "/transcript?limit=500")
                .expect(200)
                .json()
                .path("items");
    }

    private List<String> texts() {
        List<String> texts = new ArrayList<>();
        transcript().forEach(item -> texts.add(item.path("message").asString()));
        return texts;
    }

    private void awaitTexts(String... wanted) {
        await().untilAsserted(() -> assertThat(texts()).containsExactly(wanted));
    }

    private void awaitLetters(int count) {
        await().until(() -> TopicContents.all(kafka.bootstrapServers(), Topics.DEAD_LETTERS).stream()
                        .filter(letter -> header(letter, "homeroom-topic-id").equals(topicId()) && isOfThisRoom(letter))
                        .count()
                >= count);
    }

    private boolean isOfThisRoom(ConsumerRecord<byte[], byte[]> letter) {
        return letter.key() != null && new String(letter.key(), UTF_8).equals(room.toString());
    }

    private String topicId() {
        try {
            return log.topicId().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }

    @Test
    void storesWhatIsGoodByNowWhereItStoodInTheLog() {
        log.write(RoomLog.message(room, amy, "first"));
        Cursor late = log.write(sentDaysAgo(365, "late"));
        log.write(room.toString(), "{".getBytes(UTF_8));
        log.write(RoomLog.message(room, amy, "last"));
        awaitTexts("first", "last");
        List<String> progress = progress();

        ReplayRun run = replay(OLD_CLOCKS).succeeded();

        assertThat(texts()).containsExactly("first", "late", "last");
        assertThat(transcript().get(1).path("cursor").asString()).isEqualTo(late.text());
        assertThat(run.count("stored")).isEqualTo(1);
        assertThat(run.count("still bad")).isEqualTo(1);
        assertThat(run.output()).contains("malformed 1");
        assertThat(progress()).isEqualTo(progress);
    }

    private List<String> progress() {
        return jdbc.sql("SELECT ingest_progress::text FROM ingest_progress ORDER BY partition")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    void storesWhatWasSentInTimeHoweverLongAgoThatIsByNow() throws Exception {
        log.write(RoomLog.message(room, amy, "last"));
        awaitTexts("last");
        Instant then = RoomLog.now().minus(Duration.ofDays(45));
        MessagePosted old = RoomLog.message(MessageId.create(), room, amy, "in time", then);
        MessagePosted wrong = RoomLog.message(MessageId.create(), room, amy, "not", then.minus(Duration.ofDays(45)));
        putAside(old, 1_000_000, then);
        putAside(wrong, 1_000_001, then);

        ReplayRun run = replay().succeeded();

        assertThat(run.count("stored")).isEqualTo(1);
        assertThat(run.output()).contains("wrong_clock 1");
        assertThat(texts()).containsExactly("last", "in time");
    }

    /** As an archiver did at that time. */
    private void putAside(MessagePosted message, long offset, Instant writtenAt) throws Exception {
        Map<String, String> headers = new HashMap<>(headers(Topics.MESSAGES, topicId(), "0", Long.toString(offset)));
        headers.put("homeroom-reason", "unknown_room");
        headers.put("homeroom-timestamp", Long.toString(writtenAt.toEpochMilli()));
        putAside(message.room().toString(), RoomEventCodec.encode(message), headers);
    }

    private void putAside(String key, byte[] value, Map<String, String> headers) throws Exception {
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, key.getBytes(UTF_8), value);
        headers.forEach((name, text) -> letter.headers().add(name, text.getBytes(UTF_8)));
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(letter).get();
        }
    }

    @Test
    void storesOnceHoweverOftenItIsRun() {
        log.write(sentDaysAgo(365, "late"));
        awaitLetters(1);

        assertThat(replay(OLD_CLOCKS).succeeded().count("stored")).isEqualTo(1);
        ReplayRun again = replay(OLD_CLOCKS).succeeded();

        assertThat(again.count("stored")).isZero();
        assertThat(again.count("already there")).isEqualTo(1);
        assertThat(texts()).containsExactly("late");
    }

    @Test
    void storesOnceBesideOtherReplaysAndTheArchiver() throws Exception {
        IntStream.range(0, 300).forEach(i -> {
            log.send(sentDaysAgo(365, "late " + i));
            log.send(RoomLog.message(room, amy, "now " + i));
        });
        log.flush();
        awaitLetters(300);
        Callable<ReplayRun> replay = () -> ofTheJar(OLD_CLOCKS);
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<ReplayRun>> runs = List.of(threads.submit(replay), threads.submit(replay));
            IntStream.range(300, 400).forEach(i -> log.write(RoomLog.message(room, amy, "now " + i)));
            assertThat(runs.get(0).get().count("stored") + runs.get(1).get().count("stored"))
                    .isEqualTo(300);
        }

        List<String> wanted = new ArrayList<>();
        IntStream.range(0, 400).forEach(i -> {
            if (i < 300) {
                wanted.add("late " + i);
            }
            wanted.add("now " + i);
        });
        await().untilAsserted(() -> assertThat(
                        jdbc.sql("SELECT text FROM entry WHERE room = ? ORDER BY generation, log_offset")
                                .param(room.value())
                                .query(String.class)
                                .list())
                .isEqualTo(wanted));
        assertThat(archiver.as("teacher")
                        .get("/api/rooms/" + room + "/transcript")
                        .json()
                        .path("total")
                        .asLong())
                .isEqualTo(700);
    }

    @Test
    void doublesNoMessageThatWasStoredMeanwhileWhateverItsClockSaid() {
        MessagePosted ahead = sentDaysAgo(-365, "once");
        log.write(ahead);
        log.write(RoomLog.message(ahead.id(), room, amy, "once", RoomLog.now()));
        log.write(RoomLog.message(room, amy, "last"));
        awaitTexts("once", "last");

        ReplayRun run = replay("--homeroom.archiver.ingest.clock-ahead=400d").succeeded();

        assertThat(run.count("already there")).isEqualTo(1);
        assertThat(texts()).containsExactly("once", "last");
    }

    @Test
    void triesWithoutStoringAnything() {
        log.write(sentDaysAgo(365, "late"));
        awaitLetters(1);

        ReplayRun run = replay(OLD_CLOCKS, "--dry-run").succeeded();

        assertThat(run.count("would be stored")).isEqualTo(1);
        assertThat(texts()).isEmpty();
    }

    @Test
    void letsInTheRoomThatHasBeenMadeKnownAgain() {
        RoomId other = room;
        room = RoomId.create();
        log.write(RoomLog.message(room, amy, "one"));
        log.write(sentDaysAgo(365, "not asked for"));
        log.write(RoomLog.message(room, amy, "two"));
        awaitLetters(3);
        jdbc.sql(
                        "INSERT INTO room (id, school, title, created_by) SELECT ?, school, title, created_by FROM room WHERE id = ?")
                .params(room.value(), other.value())
                .update();

        ReplayRun run = replay("--reason=unknown_room", "--since=2020-01-01", OLD_CLOCKS)
                .succeeded();

        assertThat(jdbc.sql("SELECT text FROM entry WHERE room = ? ORDER BY log_offset")
                        .param(room.value())
                        .query(String.class)
                        .list())
                .containsExactly("one", "two");
        assertThat(run.count("stored")).isEqualTo(2);
    }

    @Test
    void passesOverWhatWasPutAsideBefore() {
        log.write(sentDaysAgo(365, "late"));
        awaitLetters(1);

        ReplayRun run = replay(OLD_CLOCKS, "--since=2100-01-01").succeeded();

        assertThat(run.count("stored")).isZero();
        assertThat(run.count("not asked for")).isEqualTo(run.count("dead letters read"));
    }

    @Test
    void letsInWhatPostgresRefusesNoMoreAndNothingElse() {
        jdbc.sql("ALTER TABLE entry ADD CONSTRAINT no_seven CHECK (text <> 'seven' AND text <> 'eight') NOT VALID")
                .update();
        log.write(RoomLog.message(room, amy, "seven"));
        log.write(RoomLog.message(room, amy, "eight"));
        log.write(RoomLog.message(room, amy, "nine"));
        awaitTexts("nine");
        jdbc.sql("ALTER TABLE entry DROP CONSTRAINT no_seven").update();
        jdbc.sql("ALTER TABLE entry ADD CONSTRAINT no_eight CHECK (text <> 'eight') NOT VALID")
                .update();
        try {
            ReplayRun run = replay().succeeded();

            assertThat(texts()).containsExactly("seven", "nine");
            assertThat(run.output()).contains("refused 1");
        } finally {
            jdbc.sql("ALTER TABLE entry DROP CONSTRAINT no_eight").update();
        }
    }

    @Test
    void takesWhatHadToBeLeftOutFromTheLogAsLongAsItIsThere() throws Exception {
        String raised = "--homeroom.archiver.ingest.max-record=32MB";
        log.write(RoomLog.message(room, amy, "first"));
        String large = "long ".repeat(3_500_000) + "!";
        TopicPartition partition = writeLarge(large);
        byte[] key = new byte[17 << 20];
        largeRecords.write(List.of(new ProducerRecord<>(Topics.MESSAGES, partition.partition(), key, null)));
        log.write(RoomLog.message(room, amy, "last"));
        awaitTexts("first", "last");

        assertThat(replay(raised).succeeded().count("stored")).isEqualTo(1);
        assertThat(texts()).containsExactly("first", large, "last");

        long end = writeLargeAndForget(partition, large);
        assertThat(end).isPositive();
        ReplayRun gone = replay(raised).succeeded();
        assertThat(gone.output()).contains("left out, and not on the log any more 2");
    }

    private TopicPartition writeLarge(String text) {
        MessagePosted message = RoomLog.message(room, amy, text);
        var written = largeRecords.write(List.of(new ProducerRecord<>(
                Topics.MESSAGES, room.toString().getBytes(UTF_8), RoomEventCodec.encode(message))));
        return new TopicPartition(Topics.MESSAGES, written.getFirst().partition());
    }

    private long writeLargeAndForget(TopicPartition partition, String text) throws Exception {
        writeLarge(text);
        awaitLetters(2);
        long end = Objects.requireNonNull(log.admin()
                        .listOffsets(Map.of(partition, OffsetSpec.latest()))
                        .all()
                        .get()
                        .get(partition))
                .offset();
        log.admin()
                .deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end)))
                .all()
                .get();
        return end;
    }

    @Test
    void preparesTheMonthSoThatRetentionFindsIt() {
        MessagePosted longAgo = sentDaysAgo(390, "long ago");
        log.write(longAgo);
        awaitLetters(1);

        replay(OLD_CLOCKS).succeeded();

        YearMonth month = YearMonth.from(longAgo.sentAt().atOffset(ZoneOffset.UTC));
        assertThat(jdbc.sql("SELECT DISTINCT tableoid::regclass::text FROM entry WHERE room = ?")
                        .param(room.value())
                        .query(String.class)
                        .single())
                .isEqualTo(String.format(Locale.ROOT, "entry_%04d_%02d", month.getYear(), month.getMonthValue()));
    }

    @Test
    void passesOverWhatNoArchiverPutThere() throws Exception {
        long before = unreadable(replay().succeeded());
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                headers("other.topic", topicId(), "0", "0"),
                headers(Topics.MESSAGES, "no id", "0", "0"),
                headers(Topics.MESSAGES, UUID.randomUUID().toString(), "0", "0"),
                headers(Topics.MESSAGES, topicId(), "99", "0"),
                headers(Topics.MESSAGES, topicId(), "0", "-1"),
                headers(Topics.MESSAGES, topicId(), "0", "9".repeat(30)))) {
            putAside(room.toString(), "x".getBytes(UTF_8), headers);
        }

        ReplayRun run = replay().succeeded();

        assertThat(unreadable(run)).isEqualTo(before + 7);
        assertThat(run.output()).contains("of a topic that this database does not know 1");
    }

    private static long unreadable(ReplayRun run) {
        return run.count("unreadable");
    }

    private static Map<String, String> headers(String topic, String topicId, String partition, String offset) {
        return Map.of(
                "homeroom-reason",
                "malformed",
                "homeroom-topic",
                topic,
                "homeroom-topic-id",
                topicId,
                "homeroom-partition",
                partition,
                "homeroom-offset",
                offset);
    }

    @Test
    void runsAsAProgram() throws Exception {
        log.write(RoomLog.message(room, amy, "first"));
        log.write(sentDaysAgo(365, "late"));
        log.write(RoomLog.message(room, amy, "last"));
        awaitLetters(1);

        ReplayRun run = ofTheJar(OLD_CLOCKS);

        assertThat(run.count("stored")).isEqualTo(1);
        awaitTexts("first", "late", "last");
        assertThat(run.output().lines()).hasSize(6);
    }

    @Test
    void programRefusesCommandsAndOptionsThatItDoesNotKnow() throws Exception {
        ReplayRun command = ReplayRun.ofTheJar("replay-deadletters", List.of());
        assertThat(command.status()).isEqualTo(2);
        assertThat(command.errors()).contains("replay-deadletters");

        ReplayRun option = ReplayRun.ofTheJar("replay-dead-letters", List.of("--rom=7"));
        assertThat(option.status()).isEqualTo(2);
        assertThat(option.errors()).contains("--rom").doesNotContain("Exception");
    }

    @Test
    void saysWhichSettingCannotBeUsed() {
        ReplayRun run = replay("--homeroom.archiver.ingest.max-record=lots");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors()).contains("homeroom.archiver.ingest.max-record").hasLineCount(1);
    }

    @Test
    void saysThatKafkaDoesNotAnswer() {
        ReplayRun run = ReplayRun.here("localhost:1", database);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("Kafka at localhost:1").hasLineCount(1);
    }

    @Test
    void saysThatPostgresDoesNotAnswer() {
        Database nowhere = new Database("localhost", 1, database.name(), database.username(), database.password());

        ReplayRun run = ReplayRun.here(kafka.bootstrapServers(), nowhere);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors())
                .contains("Postgres at jdbc:postgresql://localhost:1")
                .hasLineCount(1);
    }

    @Test
    void touchesNoDatabaseThatIsNotAnArchive() {
        Database empty = Backends.freshDatabase();

        ReplayRun run = ReplayRun.here(kafka.bootstrapServers(), empty);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors()).contains("not of this version").hasLineCount(1);
    }
}
