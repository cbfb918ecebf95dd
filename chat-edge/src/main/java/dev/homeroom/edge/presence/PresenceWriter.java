package dev.homeroom.edge.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.EdgeHeartbeat;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.PresenceKey;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.PresenceRecordCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.MessageLog;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes this edge's lists and heartbeats to the presence topic. A room whose list changes many times within one
 * interval is written once. A write that fails is made good by the next one.
 */
public final class PresenceWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceWriter.class);

    private final Producer<byte[], byte[]> producer;
    private final MessageLog log;
    private final EdgeId self;
    private final Clock clock = Clock.systemUTC();
    private final Map<RoomId, Supplier<PresenceRecord>> changed = new ConcurrentHashMap<>();

    public PresenceWriter(Producer<byte[], byte[]> producer, MessageLog log, EdgeId self) {
        this.producer = producer;
        this.log = log;
        this.self = self;
    }

    /** A room's list has changed and is to be written soon, as {@code list} then gives it. */
    public void changed(RoomId room, Supplier<PresenceRecord> list) {
        changed.put(room, list);
    }

    /** Writes the lists that have changed; the edge's timer calls it. */
    public void writeChanged() {
        for (RoomId room : Set.copyOf(changed.keySet())) {
            Supplier<PresenceRecord> list = changed.remove(room);
            if (list != null) {
                write(list.get());
            }
        }
    }

    public void heartbeat(int partition) {
        EdgeHeartbeat heartbeat = new EdgeHeartbeat(self, clock.instant());
        send(partition, heartbeat.key(), heartbeat.encode());
    }

    /** Says that this edge no longer serves a partition. */
    public void goodbye(int partition) {
        send(partition, new EdgeHeartbeat(self, clock.instant()).key(), null);
    }

    /** Takes a dead edge's list of a room away. */
    public void clear(RoomId room, EdgeId dead) {
        send(log.partitionOf(room), keyOf(new PresenceKey(room, dead)), null);
    }

    /** Takes a dead edge's heartbeat away. */
    public void clear(int partition, EdgeId dead) {
        send(partition, new EdgeHeartbeat(dead, clock.instant()).key(), null);
    }

    private void write(PresenceRecord list) {
        byte @Nullable [] value = list.present().isEmpty() ? null : PresenceRecordCodec.encode(list);
        send(log.partitionOf(list.room()), keyOf(list.key()), value);
    }

    private void send(int partition, byte[] key, byte @Nullable [] value) {
        try {
            var _ = producer.send(new ProducerRecord<>(Topics.PRESENCE, partition, key, value));
        } catch (KafkaException e) {
            LOG.debug("Presence was not written: {}", e.getMessage());
        }
    }

    private static byte[] keyOf(PresenceKey key) {
        return key.toString().getBytes(UTF_8);
    }
}
