package dev.homeroom.archiver.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.GuestRoom;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Which records can be stored. */
class RecordJudgeTests {
    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final RoomId ROOM = RoomId.create();
    private static final Author AMY = Author.of(AccountId.create());

    private final RecordJudge judge = new RecordJudge(defaults());

    private static IngestSettings defaults() {
        return new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("homeroom.archiver.ingest", IngestSettings.class);
    }

    private Judgement judge(@Nullable String key, byte @Nullable [] value) {
        return judge(key, value, NOW.toEpochMilli());
    }

    private Judgement judge(@Nullable String key, byte @Nullable [] value, long writtenAtMillis) {
        return judge.judge(new ConsumerRecord<>(
                Topics.MESSAGES,
                0,
                7,
                writtenAtMillis,
                TimestampType.CREATE_TIME,
                -1,
                -1,
                key == null ? null : key.getBytes(UTF_8),
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    private Judgement judge(RoomEvent event, Instant writtenAt) {
        return judge(event.room().toString(), RoomEventCodec.encode(event), writtenAt.toEpochMilli());
    }

    private Judgement judge(RoomEvent event) {
        return judge(event.room().toString(), RoomEventCodec.encode(event));
    }

    private Judgement judge(String value) {
        return judge(ROOM.toString(), value.getBytes(UTF_8));
    }

    private static void assertPoison(Judgement judgement, DeadLetterReason reason) {
        assertThat(judgement).isInstanceOf(Poison.class);
        assertThat(((Poison) judgement).reason()).isEqualTo(reason);
    }

    private static MessagePosted sentAt(Instant time) {
        return RoomLog.message(MessageId.create(), ROOM, AMY, "hello", time);
    }

    private static String json(String text) {
        return """
                {"type":"posted","id":"%s","room":"%s","account":"%s","sent_at":"%s","text":"%s"}
                """.formatted(MessageId.create(), ROOM, AMY.account(), NOW, text);
    }

    @Test
    void takesMessage() {
        assertThat(judge(sentAt(NOW))).isInstanceOf(Good.class);
        assertThat(judge(json("hello"))).isInstanceOf(Good.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "[]", "null", "{", "{}", "{\"type\":\"posted\"}", "\u0000"})
    void refusesWhatIsNoRecord(String value) {
        assertPoison(judge(value), DeadLetterReason.MALFORMED);
    }

    @Test
    void refusesMissingValue() {
        assertPoison(judge(ROOM.toString(), null), DeadLetterReason.MALFORMED);
    }

    @Test
    void refusesDeepNesting() {
        assertPoison(judge("[".repeat(10_000)), DeadLetterReason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "a\\ud800b", "\\udc00", "   ", ""})
    void refusesTextThatPostgresWouldNotTake(String text) {
        assertPoison(judge(json(text)), DeadLetterReason.MALFORMED);
    }

    @Test
    void refusesBrokenUtf8() {
        byte[] value = json("helloX").getBytes(UTF_8);
        value[new String(value, UTF_8).indexOf('X')] = (byte) 0xC3;

        assertPoison(judge(ROOM.toString(), value), DeadLetterReason.MALFORMED);
    }

    @Test
    void refusesUnknownType() {
        assertPoison(judge(json("hello").replace("posted", "sung")), DeadLetterReason.UNKNOWN_TYPE);
    }

    @Test
    void refusesKeyThatIsNotTheRoom() {
        byte[] value = RoomEventCodec.encode(sentAt(NOW));

        assertPoison(judge(RoomId.create().toString(), value), DeadLetterReason.WRONG_KEY);
        assertPoison(judge(null, value), DeadLetterReason.WRONG_KEY);
    }

    @Test
    void refusesTooLargeRecord() {
        assertPoison(judge(json("x".repeat(300_000))), DeadLetterReason.TOO_LARGE);
    }

    @Test
    void refusesWrongClock() {
        assertPoison(judge(sentAt(NOW.plus(Duration.ofDays(365)))), DeadLetterReason.WRONG_CLOCK);
        assertPoison(judge(sentAt(NOW.minus(Duration.ofDays(365)))), DeadLetterReason.WRONG_CLOCK);
        assertPoison(judge(json("x").replace(NOW.toString(), Instant.MAX.toString())), DeadLetterReason.WRONG_CLOCK);
        assertThat(judge(sentAt(NOW.plus(Duration.ofMinutes(5))))).isInstanceOf(Good.class);
        assertThat(judge(sentAt(NOW.minus(Duration.ofDays(7))))).isInstanceOf(Good.class);
    }

    @Test
    void judgesClocksByTheTimeOfTheRecordHoweverFarItsOwnClockIsFromThat() {
        Instant now = Instant.now();
        for (Duration off : List.of(Duration.ofHours(2), Duration.ofHours(-2), Duration.ofDays(-40))) {
            Instant then = now.plus(off);
            assertThat(judge(sentAt(then), then)).isInstanceOf(Good.class);
            assertPoison(judge(sentAt(then.plus(Duration.ofHours(2))), then), DeadLetterReason.WRONG_CLOCK);
            assertPoison(judge(sentAt(then.minus(Duration.ofDays(31))), then), DeadLetterReason.WRONG_CLOCK);
        }
    }

    @Test
    void refusesWhatHasNoTimeOfItsOwn() {
        assertPoison(judge(ROOM.toString(), RoomEventCodec.encode(sentAt(NOW)), -1), DeadLetterReason.WRONG_CLOCK);
    }

    @Test
    void refusesGuestUnderAnothersId() {
        Author forged = new Author(AMY.account(), "amy");

        assertPoison(judge(RoomLog.message(MessageId.create(), ROOM, forged, "x", NOW)), DeadLetterReason.MALFORMED);
        assertThat(judge(RoomLog.message(MessageId.create(), ROOM, Author.guest("amy"), "x", NOW)))
                .isInstanceOf(Good.class);
    }

    @Test
    void refusesGuestRoomUnderAnothersId() {
        MessagePosted forged =
                new MessagePosted(MessageId.create(), ROOM, AMY, NOW, new GuestRoom("7b"), new MessageText("x"), null);

        assertPoison(judge(forged), DeadLetterReason.MALFORMED);
    }

    @Test
    void refusesGuestNamesThatPostgresWouldNotTake() {
        assertPoison(
                judge(RoomLog.message(MessageId.create(), ROOM, Author.guest("a\u0000b"), "x", NOW)),
                DeadLetterReason.MALFORMED);
    }

    @Test
    void neverRepeatsContent() {
        Poison poison = (Poison) judge("{\"type\":\"posted\",\"id\":\"secret\"}");

        assertThat(poison.detail()).doesNotContain("secret");
    }
}
