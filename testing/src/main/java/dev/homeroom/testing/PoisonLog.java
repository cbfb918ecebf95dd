package dev.homeroom.testing;

import dev.homeroom.contract.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A room log that takes what ours would not, records of {@value #LARGEST_BYTES} bytes, and a producer that writes there. */
public final class PoisonLog implements AutoCloseable {
    public static final int PARTITIONS = 4;

    private static final int LARGEST_BYTES = 32 << 20;

    private final KafkaProducer<byte[], byte[]> producer;

    private PoisonLog(KafkaProducer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /** @param kafka that has no room log yet */
    public static PoisonLog create(KafkaServer kafka) {
        try (Admin admin = kafka.admin()) {
            admin.createTopics(List.of(roomLog())).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
        KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        kafka.bootstrapServers(),
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        LARGEST_BYTES,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        "poison"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return new PoisonLog(producer);
    }

    private static NewTopic roomLog() {
        NewTopic topic = Topics.all(PARTITIONS, (short) 1).stream()
                .filter(each -> each.name().equals(Topics.MESSAGES))
                .findFirst()
                .orElseThrow();
        Map<String, String> configs = new HashMap<>(topic.configs());
        configs.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(LARGEST_BYTES));
        return topic.configs(configs);
    }

    /** In their order; whoever reads committed records alone gets them all at once. */
    public List<RecordMetadata> write(List<ProducerRecord<byte[], byte[]>> records) {
        try {
            producer.beginTransaction();
            List<RecordMetadata> written = new ArrayList<>();
            for (Future<RecordMetadata> send :
                    records.stream().map(producer::send).toList()) {
                written.add(send.get());
            }
            producer.commitTransaction();
            return written;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
