package dev.homeroom.edge.publish;

import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.KafkaClients;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TimeoutException;

/** Makes the edge's one producer: idempotent, {@code acks=all}, and never blocking whoever sends for long. */
public final class EventProducer {
    private static final Duration METADATA_KEPT = Duration.ofDays(1);
    private static final int MAX_BLOCK_MS = 100;

    private EventProducer() {}

    public static Producer<byte[], byte[]> create(KafkaClients clients, PublishProperties properties) {
        int timeoutMs = (int) properties.timeout().toMillis();
        int lingerMs = (int) properties.linger().toMillis();
        Producer<byte[], byte[]> producer = clients.producer(Map.of(
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                ProducerConfig.LINGER_MS_CONFIG,
                lingerMs,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                timeoutMs,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                timeoutMs - lingerMs,
                ProducerConfig.BUFFER_MEMORY_CONFIG,
                properties.buffer().toBytes(),
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                MAX_BLOCK_MS,
                // Events are published on I/O threads: what a send would have to fetch first must already be there.
                ProducerConfig.METADATA_MAX_IDLE_CONFIG,
                METADATA_KEPT.toMillis()));
        warmUp(producer, Topics.MESSAGES);
        warmUp(producer, Topics.PRESENCE);
        warmUp(producer, Topics.SESSIONS);
        return producer;
    }

    private static void warmUp(Producer<byte[], byte[]> producer, String topic) {
        try {
            producer.partitionsFor(topic);
        } catch (TimeoutException _) {
            // Then the first send fetches it, and fails as retryable if it cannot.
        }
    }
}
