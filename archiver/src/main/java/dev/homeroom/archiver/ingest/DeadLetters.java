package dev.homeroom.archiver.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.archiver.kafka.ConfirmedProducer;
import dev.homeroom.archiver.kafka.KafkaAwayException;
import dev.homeroom.archiver.kafka.KafkaClients;
import dev.homeroom.contract.Topics;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
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
    /** Of one batch. Members of a room can bring dead letters about, and must not be able to fill the log with them. */
    private static final int MOST_REPORTED = 10;

    private static final String LEFT_OUT = "left out: larger than the topic allows";

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

    void putAside(Generation generation, List<Poison> poison) {
        if (poison.isEmpty()) {
            return;
        }
        if (!fits(poison.stream().map(one -> whole(generation, one)).toList())) {
            poison.forEach(one -> sendWhatFits(generation, one));
        }
        count.addAndGet(poison.size());
        report(poison);
    }

    /** Better a dead letter without its value, or without its key, than an archive that does not go on. */
    private void sendWhatFits(Generation generation, Poison poison) {
        if (!fits(List.of(whole(generation, poison))) && !fits(List.of(withoutValue(generation, poison)))) {
            producer.send(List.of(bare(generation, poison)));
        }
    }

    /** @return false if Kafka would not take one of them, however often it is asked */
    private boolean fits(List<ProducerRecord<byte[], byte[]>> letters) {
        try {
            producer.send(letters);
            return true;
        } catch (KafkaAwayException e) {
            if (!e.isTooLarge()) {
                throw e;
            }
            return false;
        }
    }

    private static ProducerRecord<byte[], byte[]> whole(Generation generation, Poison poison) {
        ConsumerRecord<byte[], byte[]> record = poison.record();
        return letter(generation, poison, record.key(), record.value(), record.headers());
    }

    private static ProducerRecord<byte[], byte[]> withoutValue(Generation generation, Poison poison) {
        ConsumerRecord<byte[], byte[]> record = poison.record();
        ProducerRecord<byte[], byte[]> letter = letter(generation, poison, record.key(), null, record.headers());
        add(letter.headers(), DeadLetterHeaders.VALUE, LEFT_OUT);
        return letter;
    }

    private static ProducerRecord<byte[], byte[]> bare(Generation generation, Poison poison) {
        ProducerRecord<byte[], byte[]> letter = letter(generation, poison, null, null, List.of());
        add(letter.headers(), DeadLetterHeaders.VALUE, LEFT_OUT);
        add(letter.headers(), DeadLetterHeaders.KEY, LEFT_OUT);
        return letter;
    }

    private static ProducerRecord<byte[], byte[]> letter(
            Generation generation,
            Poison poison,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Iterable<Header> original) {
        ConsumerRecord<byte[], byte[]> record = poison.record();
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(Topics.DEAD_LETTERS, null, key, value, original);
        Headers headers = letter.headers();
        add(headers, DeadLetterHeaders.REASON, poison.reason().text());
        add(headers, DeadLetterHeaders.DETAIL, poison.detail());
        add(headers, DeadLetterHeaders.TOPIC, record.topic());
        add(headers, DeadLetterHeaders.TOPIC_ID, generation.topicId().toString());
        add(headers, DeadLetterHeaders.PARTITION, Integer.toString(record.partition()));
        add(headers, DeadLetterHeaders.OFFSET, Long.toString(record.offset()));
        add(headers, DeadLetterHeaders.TIMESTAMP, Long.toString(record.timestamp()));
        return letter;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }

    private static void report(List<Poison> poison) {
        poison.stream().limit(MOST_REPORTED).forEach(DeadLetters::report);
        if (poison.size() > MOST_REPORTED) {
            log.warn("Put aside {} more records of the same batch", poison.size() - MOST_REPORTED);
        }
    }

    private static void report(Poison poison) {
        log.warn(
                "Put aside a record of {}-{} at offset {}: {}, {}",
                poison.record().topic(),
                poison.record().partition(),
                poison.record().offset(),
                poison.reason().text(),
                poison.detail());
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
