package dev.homeroom.archiver.outbox;

import dev.homeroom.archiver.kafka.ConfirmedProducer;
import dev.homeroom.archiver.kafka.KafkaClients;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends rows of the outbox to Kafka and waits until it has all of them. */
@Component
class OutboxSender {
    private final ConfirmedProducer producer;

    OutboxSender(KafkaClients clients, OutboxSettings settings) {
        producer = new ConfirmedProducer(clients, "homeroom-archiver-outbox", settings.sendTimeout(), Map.of());
    }

    void send(List<OutboxRecord> records) {
        producer.send(records.stream().map(OutboxRecord::toKafka).toList());
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
