package dev.homeroom.bench.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.CloudEventHeaders;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.Topics;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes to the room log what edges would have written, as fast as it can. */
final class LogFiller {
    private static final String SOURCE = "/edges/bench";
    private static final int BATCH_BYTES = 256 << 10;
    private static final long BUFFER_BYTES = 64L << 20;

    private LogFiller() {}

    /**
     * Returns when all is on the log.
     *
     * @param kafka as {@code bootstrap.servers}
     */
    static void fill(String kafka, Talk talk) throws IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", kafka,
                        "acks", "all",
                        "linger.ms", 20,
                        "batch.size", BATCH_BYTES,
                        "buffer.memory", BUFFER_BYTES),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int number = 0; number < talk.messages() && failure.get() == null; number++) {
                var _ = producer.send(record(talk.message(number)), (_, problem) -> {
                    if (problem != null) {
                        failure.set(problem);
                    }
                });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IOException("the log could not be filled", failure.get());
        }
    }

    private static ProducerRecord<byte[], byte[]> record(MessagePosted message) {
        return new ProducerRecord<>(
                Topics.MESSAGES,
                null,
                message.sentAt().toEpochMilli(),
                message.room().toString().getBytes(UTF_8),
                RoomEventCodec.encode(message),
                CloudEventHeaders.of(message, SOURCE));
    }
}
