package dev.homeroom.faults.mischief;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Somebody else's program, which writes to the room log what does not belong there. */
public final class Poison implements AutoCloseable {
    private static final List<String> RECORDS = List.of(
            "not JSON at all",
            "",
            "{}",
            "[1,2,3]",
            "{\"type\":\"posted\"}",
            "{\"type\":\"posted\",\"id\":\"no id\",\"room\":\"no room\",\"sent_at\":\"never\",\"text\":\"\\u0000\"}",
            "{\"type\":\"something new\",\"id\":5}",
            "[".repeat(5_000));

    private final Producer<byte[], byte[]> producer;
    private final List<String> rooms;
    private final RandomGenerator random;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    private Poison(Producer<byte[], byte[]> producer, List<String> rooms, RandomGenerator random) {
        this.producer = producer;
        this.rooms = List.copyOf(rooms);
        this.random = random;
    }

    /**
     * Begins to write such a record now and then, among those of these rooms.
     *
     * @param kafka as {@code bootstrap.servers}
     */
    public static Poison start(String kafka, List<String> rooms, Duration every, RandomGenerator random) {
        Poison poison = new Poison(
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka, "acks", "all", "max.block.ms", 1_000),
                        new ByteArraySerializer(),
                        new ByteArraySerializer()),
                rooms,
                random);
        var _ = poison.pace.scheduleWithFixedDelay(poison::write, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        return poison;
    }

    private void write() {
        String room = rooms.get(random.nextInt(rooms.size()));
        String value = RECORDS.get(random.nextInt(RECORDS.size()));
        try {
            var _ = producer.send(new ProducerRecord<>(Topics.MESSAGES, room.getBytes(UTF_8), value.getBytes(UTF_8)));
        } catch (RuntimeException _) {
            // Kafka is away just now.
        }
    }

    @Override
    public void close() {
        pace.shutdownNow();
        producer.close(Duration.ofSeconds(5));
    }
}
