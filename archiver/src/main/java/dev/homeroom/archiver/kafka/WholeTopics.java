package dev.homeroom.archiver.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads topics from their beginning to where they end now. */
@Component
public class WholeTopics {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaClients clients;

    WholeTopics(KafkaClients clients) {
        this.clients = clients;
    }

    /** Takes the records, those of one key in their order. */
    public interface Sink {
        /** @param value null for a tombstone */
        void accept(String key, byte @Nullable [] value);
    }

    /** Takes records as they come, those of one partition in their order. */
    public interface Batches {
        void accept(List<ConsumerRecord<byte[], byte[]>> batch);
    }

    /** @throws KafkaAwayException if Kafka falls silent before the end */
    public void read(String topic, Sink sink) {
        readBatches(topic, batch -> {
            for (ConsumerRecord<byte[], byte[]> entry : batch) {
                if (entry.key() != null) {
                    sink.accept(new String(entry.key(), UTF_8), entry.value());
                }
            }
        });
    }

    /** @throws KafkaAwayException if Kafka falls silent before the end */
    public void readBatches(String topic, Batches batches) {
        Consumer<byte[], byte[]> consumer = clients.consumers(Map.of()).createConsumer();
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            readTo(consumer.endOffsets(partitions, PATIENCE), consumer, batches);
        } catch (KafkaException e) {
            throw new KafkaAwayException(e);
        } finally {
            // Without a limit it would wait long for a broker that is away.
            consumer.close(CloseOptions.timeout(CLOSING));
        }
    }

    private static void readTo(Map<TopicPartition, Long> ends, Consumer<byte[], byte[]> consumer, Batches batches) {
        long heard = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey(), PATIENCE) < end.getValue())) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            if (!records.isEmpty()) {
                batches.accept(before(ends, records));
                heard = System.nanoTime();
            } else if (System.nanoTime() - heard > PATIENCE.toNanos()) {
                throw new TimeoutException("the topic could not be read to its end");
            }
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> before(
            Map<TopicPartition, Long> ends, ConsumerRecords<byte[], byte[]> records) {
        return StreamSupport.stream(records.spliterator(), false)
                .filter(entry ->
                        entry.offset() < ends.getOrDefault(new TopicPartition(entry.topic(), entry.partition()), 0L))
                .toList();
    }
}
