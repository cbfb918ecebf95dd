package dev.homeroom.edge.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.CloudEventHeaders;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.publish.Publication.Published;
import dev.homeroom.edge.publish.Publication.Unavailable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes events to the log and completes each with its position once all in-sync replicas have it.
 *
 * <p>Events of one room that are published one after the other stand in the log in that order. Any thread may publish;
 * nobody waits. Futures complete on the producer's thread. An event whose id is still on its way is not written twice:
 * both callers get the one result.
 */
public final class Publisher {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private final Producer<byte[], byte[]> producer;
    private final MessageLog log;
    private final String source;
    private final ConcurrentMap<MessageId, CompletableFuture<Publication>> underway = new ConcurrentHashMap<>();

    public Publisher(Producer<byte[], byte[]> producer, MessageLog log, EdgeId edge) {
        this.producer = producer;
        this.log = log;
        this.source = "/edges/" + edge;
    }

    public CompletableFuture<Publication> publish(RoomEvent event) {
        CompletableFuture<Publication> mine = new CompletableFuture<>();
        CompletableFuture<Publication> first = underway.putIfAbsent(event.id(), mine);
        if (first != null) {
            return first;
        }
        send(event, mine);
        return mine;
    }

    private void send(RoomEvent event, CompletableFuture<Publication> result) {
        try {
            var _ = producer.send(entryOf(event), (where, failure) -> finish(event, result, where, failure));
        } catch (KafkaException | IllegalStateException e) {
            finish(event, result, null, e);
        }
    }

    private ProducerRecord<byte[], byte[]> entryOf(RoomEvent event) {
        return new ProducerRecord<>(
                Topics.MESSAGES,
                log.partitionOf(event.room()),
                event.room().toString().getBytes(UTF_8),
                RoomEventCodec.encode(event),
                CloudEventHeaders.of(event, source));
    }

    private void finish(
            RoomEvent event,
            CompletableFuture<Publication> result,
            @Nullable RecordMetadata where,
            @Nullable Exception failure) {
        underway.remove(event.id(), result);
        if (failure != null || where == null) {
            LOG.warn("An event was not confirmed by Kafka: {}", String.valueOf(failure));
            result.complete(new Unavailable());
        } else {
            result.complete(new Published(event, log.position(where.partition(), where.offset())));
        }
    }
}
