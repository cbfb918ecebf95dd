package dev.homeroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomEvent.MessagePosted;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which records stand where they should and say what they may. */
class LogRecordTests {
    private static final RoomId ROOM = RoomId.create();
    private static final Author AMY = Author.of(AccountId.create());

    private static MessagePosted said(RoomId room, Author author, @Nullable GuestRoom guestRoom) {
        return new MessagePosted(
                MessageId.create(),
                room,
                author,
                Instant.parse("2026-05-04T08:00:00Z"),
                guestRoom,
                new MessageText("hello"),
                null);
    }

    private static LogRecord read(RoomEvent event) {
        return LogRecord.read(event.room().toString().getBytes(UTF_8), RoomEventCodec.encode(event));
    }

    @Test
    void takesSoundRecords() {
        GuestRoom lunch = new GuestRoom("lunch");
        assertThat(read(said(ROOM, AMY, null))).isInstanceOf(LogRecord.Sound.class);
        assertThat(read(said(lunch.id(), Author.guest("zoe"), lunch))).isInstanceOf(LogRecord.Sound.class);
    }

    @Test
    void tellsKeysThatAreNotTheRoom() {
        byte[] value = RoomEventCodec.encode(said(ROOM, AMY, null));
        assertThat(LogRecord.read(null, value)).isInstanceOf(LogRecord.WrongKey.class);
        assertThat(LogRecord.read(new byte[0], value)).isInstanceOf(LogRecord.WrongKey.class);
        assertThat(LogRecord.read(RoomId.create().toString().getBytes(UTF_8), value))
                .isInstanceOf(LogRecord.WrongKey.class);
    }

    @Test
    void tellsGuestsUnderAnothersId() {
        assertThat(read(said(ROOM, new Author(AMY.account(), "amy"), null))).isInstanceOf(LogRecord.Malformed.class);
        assertThat(read(said(ROOM, AMY, new GuestRoom("7b")))).isInstanceOf(LogRecord.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", " ", "\uD800"})
    void tellsNamesThatNobodyCanHave(String name) {
        assertThat(read(said(ROOM, Author.guest(name), null))).isInstanceOf(LogRecord.Malformed.class);
    }

    @Test
    void tellsNewerTypesFromMalformedValues() {
        byte[] key = ROOM.toString().getBytes(UTF_8);
        assertThat(LogRecord.read(key, "{\"type\":\"sung\"}".getBytes(UTF_8)))
                .isInstanceOf(LogRecord.UnknownType.class);
        assertThat(LogRecord.read(key, "{\"type\":\"posted\"}".getBytes(UTF_8)))
                .isInstanceOf(LogRecord.Malformed.class);
        assertThat(LogRecord.read(key, null)).isInstanceOf(LogRecord.Malformed.class);
    }
}
