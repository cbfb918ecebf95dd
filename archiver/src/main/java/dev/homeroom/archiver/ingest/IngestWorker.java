package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.kafka.KafkaClients;
import dev.homeroom.archiver.start.BackgroundThread;
import dev.homeroom.archiver.start.Worker;
import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.event.ConsumerRetryAuthEvent;
import org.springframework.kafka.event.ConsumerRetryAuthSuccessfulEvent;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.stereotype.Component;

/**
 * The consumers of the room log.
 *
 * <p>Where Kafka refuses them, they ask again and again, since rights can be given; and consumers that have died, by an
 * {@link Error} for instance, are replaced. Health tells of both.
 */
@Component
class IngestWorker implements Worker {
    private static final Logger log = LoggerFactory.getLogger(IngestWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BETWEEN_REFUSALS = Duration.ofSeconds(5);

    private final KafkaClients clients;
    private final IngestListener listener;
    private final IngestSettings settings;

    private final BackgroundThread watch = new BackgroundThread("archiver-ingest-watch");

    private @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> container;
    private volatile boolean isRefused;

    IngestWorker(KafkaClients clients, IngestListener listener, IngestSettings settings) {
        this.clients = clients;
        this.listener = listener;
        this.settings = settings;
    }

    @Override
    public void start() {
        startConsumers();
        watch.repeat(BETWEEN_LOOKS, "The consumers could not be looked after", this::replaceTheDead);
    }

    private synchronized void startConsumers() {
        ContainerProperties properties = new ContainerProperties(Topics.MESSAGES);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(listener);
        // The listener commits by itself, after the database.
        properties.setAckMode(AckMode.MANUAL);
        properties.setIdleEventInterval(settings.retryPause().toMillis());
        properties.setAuthExceptionRetryInterval(BETWEEN_REFUSALS);
        container = new ConcurrentMessageListenerContainer<>(clients.consumers(consumer()), properties);
        container.setBeanName("archiver-ingest");
        container.setApplicationEventPublisher(this::hear);
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

    private void hear(Object event) {
        if (event instanceof ConsumerRetryAuthEvent refusal) {
            isRefused = true;
            log.warn("Kafka refuses the room log: {}. It is asked again.", refusal.getReason());
        } else if (event instanceof ConsumerRetryAuthSuccessfulEvent) {
            isRefused = false;
        }
    }

    /** Why nothing is stored at the moment, or null. */
    @Nullable
    String obstacle() {
        if (haveDied()) {
            return "the consumers have died and are being replaced";
        }
        return isRefused ? "Kafka refuses the room log to this archiver" : listener.obstacle();
    }

    private synchronized boolean haveDied() {
        return container != null && !container.isInExpectedState();
    }

    private synchronized void replaceTheDead() {
        if (haveDied()) {
            log.error("The consumers of the room log have died; they are replaced");
            stopConsumers();
            startConsumers();
        }
    }

    /** For tests, which let them die. */
    synchronized @Nullable ConcurrentMessageListenerContainer<byte[], byte[]> consumers() {
        return container;
    }

    @Override
    public List<BackgroundThread> threads() {
        return List.of(watch);
    }

    @Override
    public void stop() {
        watch.stop();
        stopConsumers();
    }

    private synchronized void stopConsumers() {
        if (container != null) {
            container.stop();
            container = null;
        }
    }
}
