package dev.homeroom.archiver.replay;

import dev.homeroom.archiver.kafka.KafkaAwayException;
import dev.homeroom.archiver.kafka.KafkaClients;
import dev.homeroom.archiver.kafka.TopicDirectory;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Records of the room log at their own places, where the log still has them. On one thread. */
class OriginalRecords implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaClients clients;
    private final TopicDirectory topics;

    private @Nullable Consumer<byte[], byte[]> consumer;

    OriginalRecords(KafkaClients clients, TopicDirectory topics) {
        this.clients = clients;
        this.topics = topics;
    }

    /**
     * The record, unless the topic is another one by now, or retention has removed the record.
     *
     * @throws KafkaAwayException if Kafka does not answer
     */
    Optional<ConsumerRecord<byte[], byte[]>> find(UUID topicId, int partition, long offset) {
        try {
            Optional<ConsumerRecord<byte[], byte[]>> found =
                    read(new TopicPartition(Topics.MESSAGES, partition), offset);
            // Topic ids never come back: what is still this topic was so when the record was read.
            return topics.describe(Topics.MESSAGES).topicId().equals(topicId) ? found : Optional.empty();
        } catch (KafkaException e) {
            throw new KafkaAwayException(e);
        }
    }

    private Optional<ConsumerRecord<byte[], byte[]>> read(TopicPartition partition, long offset) {
        Consumer<byte[], byte[]> reading = consumer();
        if (partition.partition()
                >= reading.partitionsFor(Topics.MESSAGES, PATIENCE).size()) {
            return Optional.empty();
        }
        reading.assign(List.of(partition));
        if (offset < reading.beginningOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L)
                || offset >= reading.endOffsets(List.of(partition), PATIENCE).getOrDefault(partition, 0L)) {
            return Optional.empty();
        }
        reading.seek(partition, offset);
        return poll(reading, partition, offset);
    }

    private static Optional<ConsumerRecord<byte[], byte[]>> poll(
            Consumer<byte[], byte[]> reading, TopicPartition partition, long offset) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            for (ConsumerRecord<byte[], byte[]> entry : reading.poll(POLL)) {
                return entry.offset() == offset ? Optional.of(entry) : Optional.empty();
            }
            if (reading.position(partition, PATIENCE) > offset) {
                return Optional.empty();
            }
        }
        throw new TimeoutException("a record of the room log could not be read");
    }

    /** Made late, since hardly any letter needs it. */
    private Consumer<byte[], byte[]> consumer() {
        if (consumer == null) {
            consumer = clients.consumers(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1))
                    .createConsumer();
        }
        return consumer;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close(CloseOptions.timeout(CLOSING));
        }
    }
}
