package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.kafka.KafkaClients;
import dev.homeroom.archiver.start.Worker;
import dev.homeroom.contract.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.stereotype.Component;

/** The consumers of the room log. */
@Component
class IngestWorker implements Worker {
    private final KafkaClients clients;
    private final IngestListener listener;
    private final IngestSettings settings;

    private @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;

    IngestWorker(KafkaClients clients, IngestListener listener, IngestSettings settings) {
        this.clients = clients;
        this.listener = listener;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        ContainerProperties properties = new ContainerProperties(Topics.MESSAGES);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        // The listener commits by itself, after the database.
        properties.setAckMode(AckMode.MANUAL);
        container = new ConcurrentMessageListenerContainer<>(clients.consumers(consumer()), properties);
        container.setBeanName("archiver-ingest");
        container.setConcurrency(settings.consumers());
        container.start();
    }

    private Map<String, Object> consumer() {
        int session = Math.toIntExact(settings.sessionTimeout().toMillis());
        return Map.of(
                ConsumerConfig.GROUP_ID_CONFIG,
                settings.group(),
                ConsumerConfig.CLIENT_ID_CONFIG,
                "homeroom-archiver-ingest",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                settings.batch(),
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                session,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                session / 3,
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
    }

    @Override
    public synchronized void stop() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }
}
