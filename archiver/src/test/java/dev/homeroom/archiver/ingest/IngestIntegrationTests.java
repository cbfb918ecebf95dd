package dev.homeroom.archiver.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.RunningArchiver;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.archiver.kafka.TopicDirectory;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What is written to the room log stands in Postgres. */
class IngestIntegrationTests extends RunningArchiver {
    private static final Duration MORE_THAN_A_MONTH = Duration.ofDays(32);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Archive archive;

    @Autowired
    private IngestWorker worker;

    @Autowired
    private Generations generations;

    @Autowired
    private TopicDirectory topics;

    private RoomLog log;
    private RoomId room;
    private Author amy;

    @BeforeEach
    void makeRoom() {
        log = new RoomLog(Backends.kafka().bootstrapServers());
        amy = Author.of(AccountId.parse(
                as("amy").get("/api/me").expect(200).json().path("id").asString()));
        room = newRoom();
    }

    @AfterEach
    void close() {
        log.close();
    }

    private RoomId newRoom() {
        return RoomId.parse(as("teacher")
                .post(
                        "/api/rooms",
                        Map.of("title", "Log", "members", List.of(amy.account().toString())))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private JsonNode messages(Cursor through) {
        return await().until(
                        () -> as("amy")
                                .get("/api/rooms/" + room + "/messages?through=" + through.text())
                                .expect(200)
                                .json(),
                        page -> page.path("complete").asBoolean())
                .path("items");
    }

    private static List<@Nullable String> texts(JsonNode items) {
        List<@Nullable String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(
                item.path("message").isNull() ? null : item.path("message").asString()));
        return texts;
    }

    @Test
    void storesMessagesInTheOrderOfTheLog() {
        // The clock of the second edge is a little late.
        log.write(RoomLog.message(MessageId.create(), room, amy, "first", RoomLog.now()));
        Cursor last = log.write(RoomLog.message(
                MessageId.create(), room, amy, "second", RoomLog.now().minusSeconds(30)));

        JsonNode items = messages(last);
        assertThat(texts(items)).containsExactly("first", "second");
        assertThat(items.get(1).path("cursor").asString()).isEqualTo(last.text());
        assertThat(items.get(1).path("username").asString()).isEqualTo("Amy");
        assertThat(items.get(1).path("user_id").asString())
                .isEqualTo(amy.account().toString());
        assertThat(items.get(1).path("sent_at").asString())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void storesWhoEnteredAndLeft() {
        log.write(RoomLog.entered(room, amy));
        log.write(RoomLog.message(room, amy, "hello"));
        Cursor last = log.write(RoomLog.left(room, amy));

        assertThat(messages(last))
                .extracting(item -> item.path("kind").asString())
                .containsExactly("entered", "message", "left");
    }

    @Test
    void keepsTextAsItIs() {
        String text = "早上好 👩‍🏫 <b>'); DROP TABLE entry; --\n\u202Eabc";

        assertThat(texts(messages(log.write(RoomLog.message(room, amy, text))))).containsExactly(text);
    }

    @Test
    void storesResentMessageOnce() {
        MessagePosted message = RoomLog.message(room, amy, "once");
        log.write(message);
        log.write(RoomLog.message(room, amy, "between"));
        log.write(message);
        Cursor last = log.write(RoomLog.message(
                message.id(), room, amy, "once", message.sentAt().plusSeconds(2)));

        assertThat(texts(messages(last))).containsExactly("once", "between");
    }

    @Test
    void storesResentMessageOnceAcrossMonths() {
        MessageId id = MessageId.create();
        log.write(RoomLog.message(id, room, amy, "once", RoomLog.now().minus(MORE_THAN_A_MONTH)));
        messages(log.write(RoomLog.message(room, amy, "between")));
        Cursor last = log.write(RoomLog.message(id, room, amy, "once", RoomLog.now()));

        assertThat(texts(messages(last))).containsExactly("once", "between");
        assertThat(jdbc.sql("SELECT count(DISTINCT tableoid) FROM entry WHERE room = ?")
                        .param(room.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void storesSameIdInAnotherRoom() {
        MessageId id = MessageId.create();
        RoomId other = newRoom();
        log.write(RoomLog.message(id, other, amy, "there", RoomLog.now()));

        assertThat(texts(messages(log.write(RoomLog.message(id, room, amy, "here", RoomLog.now())))))
                .containsExactly("here");
    }

    /** An hour and more ahead of this archiver's clock, and more than {@code clock-behind} behind it. */
    @Test
    void storesWhatEdgesShowWhateverItsOwnClockSays() {
        Instant ahead = RoomLog.now().plus(Duration.ofMinutes(25));
        Instant behind = RoomLog.now().minus(Duration.ofDays(6));
        Instant longAgo = behind.minus(Duration.ofDays(39));
        log.writeAt(ahead, RoomLog.message(MessageId.create(), room, amy, "early", ahead.plus(Duration.ofMinutes(50))));
        Cursor last = log.writeAt(behind, RoomLog.message(MessageId.create(), room, amy, "late", longAgo));

        assertThat(texts(messages(last))).containsExactly("early", "late");
    }

    @Test
    void showsRemovedMessageWithoutItsText() {
        MessagePosted message = RoomLog.message(room, amy, "shout");
        messages(log.write(message));

        as("amy").delete("/api/rooms/" + room + "/messages/" + message.id()).expectProblem(403, "forbidden");
        as("ben").delete("/api/rooms/" + room + "/messages/" + message.id()).expectProblem(404, "room-not-found");
        as("teacher").delete("/api/rooms/" + room + "/messages/" + message.id()).expect(204);

        await().untilAsserted(() -> {
            JsonNode item = as("amy")
                    .get("/api/rooms/" + room + "/messages")
                    .json()
                    .path("items")
                    .get(0);
            assertThat(item.path("removed").asBoolean()).isTrue();
            assertThat(item.path("message").isNull()).isTrue();
        });
        as("teacher").delete("/api/rooms/" + room + "/messages/" + message.id()).expect(204);
        as("teacher")
                .delete("/api/rooms/" + room + "/messages/" + UUID.randomUUID())
                .expectProblem(404, "message-not-found");
        assertThat(jdbc.sql("SELECT text FROM entry WHERE id = ?")
                        .param(message.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("shout");
    }

    @Test
    void putsPoisonAsideAndStoresTheRest() {
        MessagePosted stranger = RoomLog.message(RoomId.create(), amy, "nowhere");
        MessagePosted late = RoomLog.message(
                MessageId.create(), room, amy, "late", RoomLog.now().minus(Duration.ofDays(365)));
        String nul =
                new String(RoomEventCodec.encode(RoomLog.message(room, amy, "aXb")), UTF_8).replace("aXb", "a\\u0000b");
        Map<Cursor, String> poison = Map.of(
                log.write(room.toString(), "not JSON".getBytes(UTF_8)), "malformed",
                log.write(room.toString(), "{\"type\":\"posted\"}".getBytes(UTF_8)), "malformed",
                log.write(room.toString(), null), "malformed",
                log.write(room.toString(), nul.getBytes(UTF_8)), "malformed",
                log.write(room.toString(), nul.replace("\\u0000", "\\ud800").getBytes(UTF_8)), "malformed",
                log.write(room.toString(), RoomEventCodec.encode(late)), "wrong_clock",
                log.write(stranger.room().toString(), RoomEventCodec.encode(stranger)), "unknown_room",
                log.write(null, RoomEventCodec.encode(RoomLog.message(room, amy, "keyless"))), "wrong_key",
                log.write(room.toString(), "x".repeat(900_000).getBytes(UTF_8)), "too_large");
        Cursor last = log.write(RoomLog.message(room, amy, "good"));

        assertThat(texts(messages(last))).containsExactly("good");
        List<ConsumerRecord<byte[], byte[]>> letters = deadLetters();
        poison.forEach((cursor, reason) -> assertThat(letters)
                .filteredOn(letter -> isOf(letter, cursor))
                .singleElement()
                .satisfies(
                        letter -> assertThat(header(letter, "homeroom-reason")).isEqualTo(reason)));
    }

    @Test
    void keepsDeadLettersWhole() {
        Cursor cursor = log.write(room.toString(), "{\"half\":".getBytes(UTF_8));

        await().untilAsserted(() -> assertThat(deadLetters())
                .filteredOn(letter -> isOf(letter, cursor))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(new String(letter.value(), UTF_8)).isEqualTo("{\"half\":");
                    assertThat(new String(letter.key(), UTF_8)).isEqualTo(room.toString());
                    assertThat(header(letter, "homeroom-topic")).isEqualTo(Topics.MESSAGES);
                    assertThat(header(letter, "homeroom-detail")).isEqualTo("not JSON");
                }));
    }

    @Test
    void putsAsideWhatPostgresRefuses() {
        jdbc.sql("ALTER TABLE entry ADD CONSTRAINT no_seven CHECK (text <> 'seven')")
                .update();
        try {
            log.send(RoomLog.message(room, amy, "six"));
            Cursor seven = log.write(RoomLog.message(room, amy, "seven"));
            Cursor last = log.write(RoomLog.message(room, amy, "eight"));

            assertThat(texts(messages(last))).containsExactly("six", "eight");
            assertThat(deadLetters())
                    .filteredOn(letter -> isOf(letter, seven))
                    .singleElement()
                    .satisfies(letter ->
                            assertThat(header(letter, "homeroom-reason")).isEqualTo("refused"));
        } finally {
            jdbc.sql("ALTER TABLE entry DROP CONSTRAINT no_seven").update();
        }
    }

    @Test
    void putsAsideSomethingElseUnderATakenId() {
        MessagePosted message = RoomLog.message(room, amy, "mine");
        messages(log.write(message));
        Cursor other = log.write(RoomLog.message(message.id(), room, amy, "not mine", RoomLog.now()));
        Cursor last = log.write(RoomLog.message(room, amy, "last"));

        assertThat(texts(messages(last))).containsExactly("mine", "last");
        assertThat(deadLetters())
                .filteredOn(letter -> isOf(letter, other))
                .singleElement()
                .satisfies(
                        letter -> assertThat(header(letter, "homeroom-reason")).isEqualTo("taken_id"));
    }

    @Test
    void makesGuestRoomAtFirstSight() {
        GuestRoom guestRoom = new GuestRoom("lunch " + UUID.randomUUID());
        Author guest = Author.guest("zoe");
        Cursor last = log.write(new MessagePosted(
                MessageId.create(), guestRoom.id(), guest, RoomLog.now(), guestRoom, new MessageText("hi"), null));

        await().untilAsserted(() -> {
            JsonNode transcript = as("admin")
                    .get("/api/rooms/" + guestRoom.id() + "/transcript")
                    .expect(200)
                    .json();
            assertThat(transcript.path("items").get(0).path("username").asString())
                    .isEqualTo("zoe");
            assertThat(transcript.path("items").get(0).path("cursor").asString())
                    .isEqualTo(last.text());
        });
        as("teacher").get("/api/rooms/" + guestRoom.id() + "/transcript").expectProblem(404, "room-not-found");
        assertThat(as("admin")
                        .get("/api/rooms/" + guestRoom.id())
                        .json()
                        .path("guest")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void commitsOffsetOnlyAfterTranscriptIsStored() {
        Cursor before = log.write(RoomLog.message(room, amy, "before"));
        messages(before);
        TopicPartition partition =
                new TopicPartition(Topics.MESSAGES, before.position().partition());
        await().untilAsserted(() ->
                assertThat(committed(partition)).isGreaterThan(before.position().offset()));
        long committed = committed(partition);

        Cursor held = Objects.requireNonNull(transaction.execute(_ -> {
            // Holds up the archiver's transaction in the middle.
            jdbc.sql("SELECT 1 FROM ingest_progress WHERE partition = ? FOR UPDATE")
                    .param(partition.partition())
                    .query(Integer.class)
                    .list();
            Cursor cursor = log.write(RoomLog.message(room, amy, "held"));
            await().during(Duration.ofSeconds(2)).until(() -> committed(partition) == committed);
            return cursor;
        }));

        assertThat(texts(messages(held))).containsExactly("before", "held");
        await().untilAsserted(() ->
                assertThat(committed(partition)).isGreaterThan(held.position().offset()));
    }

    @Test
    void skipsWhatAnArchiverBringsThatHasLostItsPartition() {
        Cursor last = log.write(RoomLog.message(room, amy, "mine"));
        messages(last);
        Generation generation = generations.of(topics.describe(Topics.MESSAGES));
        MessagePosted stale = RoomLog.message(room, amy, "stale");

        archive.store(
                generation,
                List.of(new ConsumerRecord<>(
                        Topics.MESSAGES,
                        last.position().partition(),
                        last.position().offset(),
                        room.toString().getBytes(UTF_8),
                        RoomEventCodec.encode(stale))));

        assertThat(texts(messages(last))).containsExactly("mine");
    }

    @Test
    void replacesConsumersThatDied() {
        log.write(RoomLog.message(room, amy, "before"));
        ConcurrentMessageListenerContainer<byte[], byte[]> consumers = Objects.requireNonNull(worker.consumers());

        consumers.stopAbnormally(() -> {});

        assertThat(texts(messages(log.write(RoomLog.message(room, amy, "after")))))
                .containsExactly("before", "after");
        assertThat(worker.obstacle()).isNull();
    }

    private long committed(TopicPartition partition) {
        try {
            var offset = log.admin()
                    .listConsumerGroupOffsets("homeroom-archiver")
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .get(partition);
            return offset == null ? -1 : offset.offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters() {
        return TopicContents.all(Backends.kafka().bootstrapServers(), Topics.DEAD_LETTERS);
    }

    private static boolean isOf(ConsumerRecord<byte[], byte[]> letter, Cursor cursor) {
        return header(letter, "homeroom-partition")
                        .equals(Integer.toString(cursor.position().partition()))
                && header(letter, "homeroom-offset")
                        .equals(Long.toString(cursor.position().offset()));
    }

    private static String header(ConsumerRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), UTF_8);
    }
}
