package dev.homeroom.edge.fanout;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.EdgeHeartbeat;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceKey;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.PresenceRecordCodec;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.SoundRecords;
import dev.homeroom.edge.presence.ClearedList;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands records to their partition's feed. What is not ours is passed over: the archiver makes a dead letter of it. */
final class RecordReader {
    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    private final MessageLog log;
    private final SoundRecords sound;

    RecordReader(MessageLog log, SoundRecords sound) {
        this.log = log;
        this.sound = sound;
    }

    void message(PartitionFeed feed, ConsumerRecord<byte[], byte[]> entry, Collection<Subscriber> touched) {
        Position position = log.position(entry.partition(), entry.offset());
        sound.read(entry).ifPresentOrElse(event -> feed.deliver(position, event, touched), () -> feed.skip(position));
    }

    void presence(PartitionFeed feed, ConsumerRecord<byte[], byte[]> entry) {
        if (entry.key() == null) {
            return;
        }
        String key = new String(entry.key(), UTF_8);
        try {
            if (key.contains("/")) {
                list(feed, PresenceKey.parse(key), entry);
            } else {
                heartbeat(feed, new EdgeId(key), entry);
            }
        } catch (IllegalArgumentException _) {
            LOG.warn("Passed over presence {}-{}: a strange key or number", entry.partition(), entry.offset());
        }
    }

    private static void list(PartitionFeed feed, PresenceKey key, ConsumerRecord<byte[], byte[]> entry) {
        if (entry.value() == null) {
            Header sequence = entry.headers().lastHeader(Topics.CLEARED_SEQUENCE);
            if (sequence != null && sequence.value() != null) {
                feed.apply(new ClearedList(key, Long.parseLong(new String(sequence.value(), UTF_8))));
            }
        } else if (PresenceRecordCodec.decode(entry.value()) instanceof Decoded.Valid<PresenceRecord>(var list)) {
            feed.apply(list, entry.offset(), System.nanoTime());
        }
    }

    private static void heartbeat(PartitionFeed feed, EdgeId edge, ConsumerRecord<byte[], byte[]> entry) {
        if (entry.value() == null) {
            feed.saidGoodbye(edge, System.nanoTime());
        } else if (EdgeHeartbeat.decode(entry.value()) instanceof Decoded.Valid<EdgeHeartbeat>(var heartbeat)) {
            feed.heard(heartbeat, System.nanoTime());
        }
    }
}
