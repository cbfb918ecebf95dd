package dev.homeroom.edge.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.PresenceRecordCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.SoundRecords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Records that no edge writes: one that made the reader fail would be read again each time it begins anew. */
class RecordReaderTests {
    private static final EdgeId OTHER = new EdgeId("edge-2");

    private final RecordReader reader =
            new RecordReader(new MessageLog(UUID.randomUUID(), 1, 1), new SoundRecords(1_000));
    private final PartitionFeed feed = TestFeed.of(0);
    private final RoomId room = RoomId.create();

    private ConsumerRecord<byte[], byte[]> presence(@Nullable String key, byte @Nullable [] value) {
        return new ConsumerRecord<>(Topics.PRESENCE, 0, 7, key == null ? null : key.getBytes(UTF_8), value);
    }

    private ConsumerRecord<byte[], byte[]> tombstone(byte @Nullable [] sequence) {
        ConsumerRecord<byte[], byte[]> tombstone = presence(room + "/" + OTHER, null);
        tombstone.headers().add(Topics.CLEARED_SEQUENCE, sequence);
        return tombstone;
    }

    @Test
    void passesOverOddRecordsOfPresence() {
        List<Author> present = List.of(TestFeed.AMY);
        reader.presence(
                feed,
                presence(
                        room + "/" + OTHER,
                        PresenceRecordCodec.encode(new PresenceRecord(room, OTHER, 5, present, Instant.now()))));
        assertThat(feed.present(room)).containsExactly(TestFeed.AMY);
        List<ConsumerRecord<byte[], byte[]>> odd = new ArrayList<>(List.of(
                tombstone(null),
                tombstone(new byte[0]),
                tombstone("9".repeat(30).getBytes(UTF_8)),
                presence(room + "/" + OTHER, null)));
        for (String key : new String[] {null, "", "/", "a/b", room + "/", "\u0000", room + "/" + OTHER}) {
            odd.add(presence(key, "[".getBytes(UTF_8)));
            odd.add(presence(key, new byte[] {-1}));
        }
        odd.forEach(record -> reader.presence(feed, record));
        assertThat(feed.present(room)).containsExactly(TestFeed.AMY);

        reader.presence(feed, tombstone("6".getBytes(UTF_8)));

        assertThat(feed.present(room)).isEmpty();
    }
}
