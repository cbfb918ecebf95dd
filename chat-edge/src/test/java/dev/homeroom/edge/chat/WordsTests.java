package dev.homeroom.edge.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Dialect;
import dev.homeroom.edge.membership.RoomDirectory;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WordsTests {
    private static final Position POSITION = new Position(UUID.randomUUID(), 3, 7);

    private final ChatProperties properties =
            new ChatProperties(10, 10, Duration.ofSeconds(1), Duration.ofSeconds(1), 100, 100);
    private final Words words = new Words(new People(new RoomDirectory(), properties));
    private final RoomId room = RoomId.create();
    private final Author amy = Author.of(AccountId.create());

    @Test
    void countsEachByteOfALongChineseMessage() {
        MessageText text = new MessageText("\u6587".repeat(4_000));
        RoomEvent posted = new RoomEvent.MessagePosted(
                MessageId.create(), room, amy, Instant.now(), null, text, UUID.randomUUID());
        assertCounted(posted);
    }

    @Test
    void countsLittleForAShortMessage() {
        RoomEvent posted = new RoomEvent.MessagePosted(
                MessageId.create(), room, amy, Instant.now(), null, new MessageText("hello"), null);
        assertCounted(posted);
        assertThat(words.size(posted)).isLessThan(1_500);
    }

    private void assertCounted(RoomEvent posted) {
        TokenedEvent event =
                Objects.requireNonNull(words.announce(posted, POSITION).in(Dialect.ROOM));
        assertThat(words.size(posted)).isGreaterThanOrEqualTo(2 * event.size());
    }
}
