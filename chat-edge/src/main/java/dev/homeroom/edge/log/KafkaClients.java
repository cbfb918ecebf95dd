package dev.homeroom.edge.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.stereotype.Component;

/**
 * Makes Kafka clients that connect as {@code spring.kafka.*} says. An edge's consumers belong to no group and commit
 * nothing: where to read from is known from elsewhere each time.
 */
@Component
public final class KafkaClients {
    private static final int RECONNECT_BACKOFF_MS = 100;
    private static final int RECONNECT_BACKOFF_MAX_MS = 1_000;

    private final KafkaProperties properties;

    public KafkaClients(KafkaProperties properties) {
        this.properties = properties;
    }

    public Admin admin() {
        return Admin.create(connection());
    }

    /** @param timeout after which a question has failed, also while Kafka is away */
    public Admin admin(Duration timeout) {
        Map<String, Object> all = connection();
        int timeoutMs = Math.toIntExact(timeout.toMillis());
        all.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs);
        all.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, timeoutMs);
        return Admin.create(all);
    }

    public Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> all = connection();
        all.putAll(settings);
        return new KafkaProducer<>(all, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public Consumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        Map<String, Object> all = connection();
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        all.putAll(settings);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private Map<String, Object> connection() {
        Map<String, Object> connection = new HashMap<>(properties.buildAdminProperties());
        connection.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_BACKOFF_MS);
        connection.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_BACKOFF_MAX_MS);
        return connection;
    }
}
