package dev.homeroom.archiver.outbox;

import dev.homeroom.archiver.kafka.ConfirmedProducer;
import dev.homeroom.archiver.kafka.KafkaAwayException;
import dev.homeroom.archiver.kafka.KafkaClients;
import dev.homeroom.contract.Topics;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.springframework.stereotype.Component;

/** Sends rows of the outbox to Kafka and waits until it has them. */
@Component
class OutboxSender {
    private final ConfirmedProducer producer;

    OutboxSender(KafkaClients clients, OutboxSettings settings) {
        producer = new ConfirmedProducer(
                clients,
                "homeroom-archiver-outbox",
                settings.sendTimeout(),
                Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.LARGEST_ROOM_BYTES));
    }

    /**
     * Sends them in their order.
     *
     * @return those that Kafka refuses as too large; it has all the others
     * @throws KafkaAwayException if it may lack some of the others
     */
    List<OutboxRecord> send(List<OutboxRecord> records) {
        try {
            producer.send(records.stream().map(OutboxRecord::toKafka).toList());
            return List.of();
        } catch (KafkaAwayException e) {
            if (!e.isTooLarge()) {
                throw e;
            }
            return records.stream().filter(this::isRefused).toList();
        }
    }

    /** Sends it by itself, perhaps for the second time: the same record, and those behind it come again as well. */
    private boolean isRefused(OutboxRecord record) {
        try {
            producer.send(List.of(record.toKafka()));
            return false;
        } catch (KafkaAwayException e) {
            if (!e.isTooLarge()) {
                throw e;
            }
            return true;
        }
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
