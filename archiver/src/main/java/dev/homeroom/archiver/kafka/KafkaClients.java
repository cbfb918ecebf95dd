package dev.homeroom.archiver.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.boot.kafka.autoconfigure.SslBundleSslEngineFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.stereotype.Component;

/** Makes Kafka clients from {@code spring.kafka.*}, so that TLS and SASL work as anywhere in Spring Boot. */
@Component
public class KafkaClients {
    private final KafkaProperties properties;
    private final KafkaConnectionDetails connection;

    KafkaClients(KafkaProperties properties, KafkaConnectionDetails connection) {
        this.properties = properties;
        this.connection = connection;
    }

    /** A producer that returns from a send only what all in-sync replicas have, and never writes a record twice. */
    Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> config = connected(properties.buildProducerProperties(), connection.getProducer());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.putAll(settings);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    public ConsumerFactory<byte[], byte[]> consumers(Map<String, Object> settings) {
        Map<String, Object> config = connected(properties.buildConsumerProperties(), connection.getConsumer());
        config.putAll(settings);
        return new DefaultKafkaConsumerFactory<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    Admin admin() {
        return Admin.create(connected(properties.buildAdminProperties(), connection.getAdmin()));
    }

    private static Map<String, Object> connected(
            Map<String, Object> properties, KafkaConnectionDetails.Configuration connection) {
        Map<String, Object> config = new HashMap<>(properties);
        config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, connection.getBootstrapServers());
        secure(config, connection.getSecurityProtocol(), connection.getSslBundle());
        return config;
    }

    private static void secure(Map<String, Object> config, @Nullable String protocol, @Nullable SslBundle bundle) {
        if (protocol != null && !protocol.isEmpty()) {
            config.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
        }
        if (bundle != null) {
            config.put(SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG, SslBundleSslEngineFactory.class);
            config.put(SslBundle.class.getName(), bundle);
        }
    }
}
