package dev.homeroom.edge.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.SavedSessionCodec;
import dev.homeroom.contract.Topics;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Writes sessions' records. Any thread; records of one session keep their order. */
final class SessionWriter {
    private final Producer<byte[], byte[]> producer;

    SessionWriter(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** Completes, on the producer's thread, with the record's offset when all in-sync replicas have it. */
    CompletableFuture<Long> write(PrivateId id, SavedSession session) {
        return send(entry(id, SavedSessionCodec.encode(session)));
    }

    /** The session is over, if this connection still has it. */
    CompletableFuture<Long> writeEnd(PrivateId id, String connection) {
        ProducerRecord<byte[], byte[]> tombstone = entry(id, null);
        tombstone.headers().add(Topics.ENDED_CONNECTION, connection.getBytes(UTF_8));
        return send(tombstone);
    }

    private static ProducerRecord<byte[], byte[]> entry(PrivateId id, byte @Nullable [] value) {
        return new ProducerRecord<>(Topics.SESSIONS, id.partition(), id.key().getBytes(UTF_8), value);
    }

    private CompletableFuture<Long> send(ProducerRecord<byte[], byte[]> entry) {
        CompletableFuture<Long> written = new CompletableFuture<>();
        try {
            var _ = producer.send(entry, (metadata, failure) -> {
                if (failure == null) {
                    written.complete(metadata.offset());
                } else {
                    written.completeExceptionally(failure);
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            written.completeExceptionally(e);
        }
        return written;
    }
}
