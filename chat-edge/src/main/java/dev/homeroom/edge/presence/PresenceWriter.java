package dev.homeroom.edge.presence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.EdgeHeartbeat;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.PresenceKey;
import dev.homeroom.contract.PresenceRecord;
import dev.homeroom.contract.PresenceRecordCodec;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.MessageLog;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes this edge's lists and heartbeats to the presence topic. Any thread; never waits for an answer. */
public final class PresenceWriter {
    private static final Logger LOG = LoggerFactory.getLogger(PresenceWriter.class);

    private final Producer<byte[], byte[]> producer;
    private final MessageLog log;
    private final EdgeId self;
    private final Clock clock = Clock.systemUTC();
    private final AtomicBoolean saidTooLarge = new AtomicBoolean();

    public PresenceWriter(Producer<byte[], byte[]> producer, MessageLog log, EdgeId self) {
        this.producer = producer;
        this.log = log;
        this.self = self;
    }

    /** @param failed runs, on any thread, if Kafka has not confirmed it in time, and may do so another time */
    public void write(PresenceRecord list, Runnable failed) {
        send(log.partitionOf(list.room()), keyOf(list.key()), PresenceRecordCodec.encode(list), failed);
    }

    /** Takes a list away, once everybody has read that it is empty, or the room has been told of those who are gone. */
    public void clear(ClearedList list) {
        ProducerRecord<byte[], byte[]> tombstone =
                entry(log.partitionOf(list.key().room()), keyOf(list.key()), null);
        tombstone
                .headers()
                .add(Topics.CLEARED_SEQUENCE, Long.toString(list.sequence()).getBytes(UTF_8));
        send(tombstone, PresenceWriter::isMadeGood);
    }

    /** Says that this edge lives; a lost heartbeat is made good by the next. */
    public void heartbeat(int partition) {
        EdgeHeartbeat heartbeat = new EdgeHeartbeat(self, clock.instant());
        send(partition, heartbeat.key(), heartbeat.encode(), PresenceWriter::isMadeGood);
    }

    /** Says that this edge no longer serves a partition. */
    public void goodbye(int partition) {
        clear(partition, self);
    }

    /** Takes an edge's heartbeat away. */
    public void clear(int partition, EdgeId edge) {
        send(partition, new EdgeHeartbeat(edge, clock.instant()).key(), null, PresenceWriter::isMadeGood);
    }

    private void send(int partition, byte[] key, byte @Nullable [] value, Runnable failed) {
        send(entry(partition, key, value), failed);
    }

    private static ProducerRecord<byte[], byte[]> entry(int partition, byte[] key, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.PRESENCE, partition, key, value);
    }

    private void send(ProducerRecord<byte[], byte[]> entry, Runnable failed) {
        try {
            var _ = producer.send(entry, (_, failure) -> {
                if (failure instanceof RecordTooLargeException) {
                    tooLarge(entry.key());
                } else if (failure != null) {
                    LOG.debug("Presence was not written: {}", failure.getMessage());
                    failed.run();
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            LOG.debug("Presence was not written: {}", e.getMessage());
            failed.run();
        }
    }

    /**
     * Written again it would be refused again, so it waits until the list changes. Other edges know from the room log who has
     * come and gone; if this edge dies, they do not know of the people that its last list lacks.
     */
    private void tooLarge(byte[] key) {
        if (!saidTooLarge.getAndSet(true)) {
            LOG.warn(
                    "The list of those present in {} is too large for Kafka; so may others be", new String(key, UTF_8));
        }
    }

    /** By the next heartbeat, or by whoever reads that it is still there. */
    private static void isMadeGood() {}

    private static byte[] keyOf(PresenceKey key) {
        return key.toString().getBytes(UTF_8);
    }
}
