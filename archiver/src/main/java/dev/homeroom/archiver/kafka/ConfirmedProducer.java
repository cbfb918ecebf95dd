package dev.homeroom.archiver.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Sends records and returns once Kafka has confirmed all of them. Any thread may send. */
public final class ConfirmedProducer implements AutoCloseable {
    private final KafkaClients clients;
    private final Map<String, Object> settings;

    private @Nullable Producer<byte[], byte[]> producer;

    /** @param patience how long a send may take before it fails */
    public ConfirmedProducer(KafkaClients clients, String clientId, Duration patience, Map<String, Object> settings) {
        int millis = Math.toIntExact(patience.toMillis());
        this.clients = clients;
        this.settings = new HashMap<>(settings);
        this.settings.putAll(Map.of(
                ProducerConfig.CLIENT_ID_CONFIG, clientId,
                // Waits for no company: somebody waits for what is sent here.
                ProducerConfig.LINGER_MS_CONFIG, 0,
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2,
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis,
                ProducerConfig.MAX_BLOCK_MS_CONFIG, millis));
    }

    /** @throws KafkaAwayException if any is not confirmed; some may have arrived nevertheless */
    public void send(List<ProducerRecord<byte[], byte[]>> records) {
        Producer<byte[], byte[]> kafka = producer();
        List<Future<RecordMetadata>> sends = records.stream().map(kafka::send).toList();
        kafka.flush();
        sends.forEach(ConfirmedProducer::await);
    }

    private static void await(Future<RecordMetadata> send) {
        try {
            send.get();
        } catch (ExecutionException e) {
            throw new KafkaAwayException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAwayException(e);
        }
    }

    /** Made late, since a client cannot even be made while the name of no broker resolves. */
    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = clients.producer(settings);
        }
        return producer;
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(Duration.ofSeconds(1));
        }
    }
}
