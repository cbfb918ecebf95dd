package dev.homeroom.faults.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * What the log has of each room, and what of it is no record of ours; read whole, and again for each topic that has taken the place
 * of another. Not thread-safe.
 */
public final class Log {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TOPIC_DIGITS = 8;

    private final Map<String, RoomLog> rooms = new HashMap<>();
    private final Set<Spot> poison = new HashSet<>();
    private final Set<Spot> deadLetters = new HashSet<>();

    /**
     * Reads {@code chat.messages} and its dead letters, from their beginnings to their ends as of now.
     *
     * @param kafka as {@code bootstrap.servers}
     * @param wanted the rooms whose records are looked at
     */
    public void read(String kafka, Collection<String> wanted) throws InterruptedException {
        String topic = topicId(kafka);
        each(kafka, Topics.MESSAGES, entry -> add(topic, entry, wanted));
        each(kafka, Topics.DEAD_LETTERS, entry -> addDeadLetter(topic, entry));
    }

    private static String topicId(String kafka) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka))) {
            return digits(admin.describeTopics(List.of(Topics.MESSAGES))
                    .allTopicNames()
                    .get()
                    .values()
                    .iterator()
                    .next()
                    .topicId());
        } catch (ExecutionException e) {
            throw new KafkaException("the log could not be found", e.getCause());
        }
    }

    private static String digits(Uuid id) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id.toString()));
        return "%016x".formatted(bytes.getLong()).substring(0, TOPIC_DIGITS);
    }

    private interface Use {
        void of(ConsumerRecord<byte[], byte[]> entry);
    }

    private static void each(String kafka, String topic, Use use) {
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka, "enable.auto.commit", false, "auto.offset.reset", "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!isThrough(consumer, ends)) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                    use.of(entry);
                    deadline = System.nanoTime() + PATIENCE.toNanos();
                }
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("the log could not be read to its end");
                }
            }
        }
    }

    private static boolean isThrough(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void add(String topic, ConsumerRecord<byte[], byte[]> entry, Collection<String> wanted) {
        String key = entry.key() == null ? "" : new String(entry.key(), UTF_8);
        if (!wanted.contains(key)) {
            return;
        }
        Spot spot = new Spot(topic, entry.partition(), entry.offset());
        if (RoomEventCodec.decode(entry.value()) instanceof Decoded.Valid<RoomEvent>(RoomEvent event)) {
            String room = event.room().toString();
            if (key.equals(room)) {
                room(room)
                        .add(new RoomLog.Entry(spot, kind(event), event.id().toString(), digest(event)), sentAs(event));
                return;
            }
        }
        poison.add(spot);
    }

    private static RoomLog.Kind kind(RoomEvent event) {
        return switch (event) {
            case RoomEvent.MessagePosted _ -> RoomLog.Kind.MESSAGE;
            case RoomEvent.Entered _ -> RoomLog.Kind.ENTERED;
            case RoomEvent.Left _ -> RoomLog.Kind.LEFT;
            case RoomEvent.MessageRemoved _ -> RoomLog.Kind.REMOVED;
        };
    }

    private static int digest(RoomEvent event) {
        return event instanceof RoomEvent.MessagePosted posted
                ? Digest.of(posted.author().account().toString(), posted.text().value())
                : 0;
    }

    private static Optional<String> sentAs(RoomEvent event) {
        return event instanceof RoomEvent.MessagePosted posted
                ? Optional.ofNullable(posted.clientId())
                        .map(id -> posted.author().account() + " " + id)
                : Optional.empty();
    }

    private void addDeadLetter(String topic, ConsumerRecord<byte[], byte[]> entry) {
        String partition = header(entry, "homeroom-partition");
        String offset = header(entry, "homeroom-offset");
        if (partition != null && offset != null) {
            String itsTopic = header(entry, "homeroom-topic-id");
            String of = itsTopic == null ? topic : itsTopic.replace("-", "").substring(0, TOPIC_DIGITS);
            deadLetters.add(new Spot(of, Integer.parseInt(partition), Long.parseLong(offset)));
        }
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> entry, String name) {
        Header header = entry.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    RoomLog room(String id) {
        return rooms.computeIfAbsent(id, _ -> new RoomLog());
    }

    /** Records that are not ours. */
    Set<Spot> poison() {
        return poison;
    }

    /** Whether this record was set aside. */
    boolean isDeadLetter(Spot spot) {
        return deadLetters.contains(spot);
    }

    /** Of all rooms. */
    public long messages() {
        return rooms.values().stream().mapToLong(room -> room.messages().size()).sum();
    }
}
