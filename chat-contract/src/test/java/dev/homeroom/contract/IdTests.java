package dev.homeroom.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class IdTests {
    @Test
    void resentMessageKeepsItsId() {
        UUID clientId = UUID.randomUUID();
        assertThat(MessageId.ofClient(Samples.AMY, Samples.ROOM, clientId))
                .isEqualTo(MessageId.ofClient(Samples.AMY, Samples.ROOM, clientId));
    }

    @Test
    void nobodyCanTakeAnothersMessageId() {
        UUID clientId = UUID.randomUUID();
        assertThat(MessageId.ofClient(Samples.AMY, Samples.ROOM, clientId))
                .isNotEqualTo(MessageId.ofClient(AccountId.create(), Samples.ROOM, clientId))
                .isNotEqualTo(MessageId.ofClient(Samples.AMY, RoomId.create(), clientId));
    }

    @Test
    void guestsHaveTheSameIdsEverywhere() {
        assertThat(Author.guest("amy")).isEqualTo(Author.guest("amy")).isNotEqualTo(Author.guest("Amy"));
        assertThat(new GuestRoom("7b").id()).isNotEqualTo(new GuestRoom("7c").id());
    }

    @Test
    void roomLiesInThePartitionThatTheProducerChooses() {
        for (int i = 0; i < 100; i++) {
            RoomId room = RoomId.create();
            int chosen = BuiltInPartitioner.partitionForKey(room.toString().getBytes(UTF_8), 12);
            assertThat(Topics.partitionOf(room, 12)).isEqualTo(chosen);
        }
    }

    @Test
    void refusesShortFormsOfIds() {
        assertThatThrownBy(() -> RoomId.parse("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PresenceKey.parse("nonsense")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EdgeId("a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void presenceKeyReadsBack() {
        PresenceKey key = new PresenceKey(Samples.ROOM, Samples.EDGE);
        assertThat(PresenceKey.parse(key.toString())).isEqualTo(key);
    }
}
