package dev.homeroom.edge.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.testing.Backends;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

class CompactedReaderIntegrationTests {
    private final String topic = "compacted-" + UUID.randomUUID();
    private final AtomicInteger failures = new AtomicInteger();

    @Test
    void beginsAgainWhateverHasFailed() throws Exception {
        KafkaProperties properties = new KafkaProperties() {
            @Override
            public Map<String, Object> buildAdminProperties() {
                if (failures.getAndIncrement() == 0) {
                    throw new IllegalStateException("not a failure of Kafka's");
                }
                return super.buildAdminProperties();
            }
        };
        properties.setBootstrapServers(List.of(Backends.kafka().bootstrapServers()));
        try (Admin admin = Admin.create(
                Map.of("bootstrap.servers", (Object) Backends.kafka().bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        CompactedReader reader =
                CompactedReader.start("compacted", new KafkaClients(properties), Map.of(topic, _ -> {}));
        try (reader) {
            reader.caughtUp().get(60, TimeUnit.SECONDS);
            assertThat(reader.isRunning()).isTrue();
            assertThat(failures).hasValueGreaterThan(1);
        }
        assertThat(reader.isRunning()).isFalse();
    }
}
