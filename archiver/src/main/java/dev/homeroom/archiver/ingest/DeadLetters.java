package dev.homeroom.archiver.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.archiver.kafka.ConfirmedProducer;
import dev.homeroom.archiver.kafka.KafkaAwayException;
import dev.homeroom.archiver.kafka.KafkaClients;
import dev.homeroom.contract.Topics;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Puts records aside on {@link Topics#DEAD_LETTERS}: key, value and headers as they came, and in further headers the
 * reason and where the record stood.
 *
 * <p>Returns once Kafka has confirmed; only then may the archive go on behind the record. A record may be put aside twice
 * if the archiver dies in between: its original position tells.
 */
@Component
class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final int LARGEST_REQUEST_BYTES = 64 << 20;

    private final ConfirmedProducer producer;
    private final AtomicLong count = new AtomicLong();

    DeadLetters(KafkaClients clients, IngestSettings settings) {
        producer = new ConfirmedProducer(
                clients,
                "homeroom-archiver-dead-letters",
                settings.deadLetterTimeout(),
                Map.of(
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_REQUEST_BYTES,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        2L * LARGEST_REQUEST_BYTES));
    }

    /** How many this archiver has put aside since it started. */
    long count() {
        return count.get();
    }

    void putAside(List<Poison> poison) {
        if (poison.isEmpty()) {
            return;
        }
        try {
            producer.send(poison.stream().map(DeadLetters::whole).toList());
        } catch (KafkaAwayException e) {
            if (!e.isTooLarge()) {
                throw e;
            }
            poison.forEach(this::sendWhatFits);
        }
        count.addAndGet(poison.size());
        poison.forEach(DeadLetters::report);
    }

    /** Better a dead letter without its value than an archive that does not go on. */
    private void sendWhatFits(Poison poison) {
        try {
            producer.send(List.of(whole(poison)));
        } catch (KafkaAwayException e) {
            if (!e.isTooLarge()) {
                throw e;
            }
            ProducerRecord<byte[], byte[]> letter = toKafka(poison, null);
            add(letter.headers(), "homeroom-value", "left out: larger than the topic allows");
            producer.send(List.of(letter));
        }
    }

    private static ProducerRecord<byte[], byte[]> whole(Poison poison) {
        return toKafka(poison, poison.record().value());
    }

    private static void report(Poison poison) {
        log.warn(
                "Put aside a record of {}-{} at offset {}: {}, {}",
                poison.record().topic(),
                poison.record().partition(),
                poison.record().offset(),
                reason(poison),
                poison.detail());
    }

    private static ProducerRecord<byte[], byte[]> toKafka(Poison poison, byte @Nullable [] value) {
        ConsumerRecord<byte[], byte[]> record = poison.record();
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS, null, record.key(), value, record.headers());
        Headers headers = letter.headers();
        add(headers, "homeroom-reason", reason(poison));
        add(headers, "homeroom-detail", poison.detail());
        add(headers, "homeroom-topic", record.topic());
        add(headers, "homeroom-partition", Integer.toString(record.partition()));
        add(headers, "homeroom-offset", Long.toString(record.offset()));
        add(headers, "homeroom-timestamp", Long.toString(record.timestamp()));
        return letter;
    }

    private static String reason(Poison poison) {
        return poison.reason().name().toLowerCase(Locale.ROOT);
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
