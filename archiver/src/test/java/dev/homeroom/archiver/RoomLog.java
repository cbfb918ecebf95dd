package dev.homeroom.archiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.MessageText;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.PresenceChange;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEvent.Entered;
import dev.homeroom.contract.RoomEvent.Left;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes to the room log as edges do, and as nobody should. */
public final class RoomLog implements AutoCloseable {
    private final KafkaProducer<byte[], byte[]> producer;
    private final Admin admin;

    public RoomLog(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "max.request.size",
                16 << 20,
                "metadata.max.age.ms",
                1_000,
                "linger.ms",
                0);
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    public static MessagePosted message(RoomId room, Author author, String text) {
        return message(MessageId.create(), room, author, text, now());
    }

    public static MessagePosted message(MessageId id, RoomId room, Author author, String text, Instant sentAt) {
        return new MessagePosted(id, room, author, sentAt, null, new MessageText(text), null);
    }

    public static Entered entered(RoomId room, Author author) {
        return new Entered(MessageId.create(), room, author, now(), null, new PresenceChange(new EdgeId("edge-1"), 1));
    }

    public static Left left(RoomId room, Author author) {
        return new Left(MessageId.create(), room, author, now(), null, new PresenceChange(new EdgeId("edge-1"), 2));
    }

    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** @return the cursor of the event, which Kafka has confirmed */
    public Cursor write(RoomEvent event) {
        return write(event.room().toString(), RoomEventCodec.encode(event));
    }

    public Cursor write(@Nullable String key, byte @Nullable [] value) {
        return write(new ProducerRecord<>(Topics.MESSAGES, key == null ? null : key.getBytes(UTF_8), value));
    }

    /** As a writer does whose clock shows this. */
    public Cursor writeAt(Instant time, RoomEvent event) {
        return write(new ProducerRecord<>(
                Topics.MESSAGES,
                null,
                time.toEpochMilli(),
                event.room().toString().getBytes(UTF_8),
                RoomEventCodec.encode(event)));
    }

    private Cursor write(ProducerRecord<byte[], byte[]> entry) {
        try {
            RecordMetadata written = producer.send(entry).get();
            return new Cursor(new Position(topicId(), written.partition(), written.offset()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends without waiting. */
    public void send(RoomEvent event) {
        var _ = producer.send(new ProducerRecord<>(
                Topics.MESSAGES, event.room().toString().getBytes(UTF_8), RoomEventCodec.encode(event)));
    }

    public void flush() {
        producer.flush();
    }

    public UUID topicId() throws Exception {
        Map<String, TopicDescription> topics =
                admin.describeTopics(List.of(Topics.MESSAGES)).allTopicNames().get();
        var id = Objects.requireNonNull(topics.get(Topics.MESSAGES)).topicId();
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    public Admin admin() {
        return admin;
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }
}
