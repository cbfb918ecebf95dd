package dev.homeroom.edge.resume;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Subscriber;
import dev.homeroom.edge.fanout.Subscription;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.MessageLog;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what a session missed: the room's records after the position that it has seen, up to where its live events
 * begin, in log order, each once. Its calls wait for Kafka, so they belong on virtual threads.
 */
public final class Replayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ReplayReaders readers;
    private final ResumeProperties properties;
    private final MessageLog log;
    private final Announcer announcer;

    public Replayer(KafkaClients clients, ResumeProperties properties, MessageLog log, Announcer announcer) {
        this.readers = new ReplayReaders(clients, properties);
        this.properties = properties;
        this.log = log;
        this.announcer = announcer;
    }

    /** What is to be replayed to whom. */
    public record Request(PartitionFeed feed, Subscription subscription, Subscriber subscriber, Position seen) {
        boolean belongsToThisLog() {
            return seen.comparableWith(subscription.liveFrom());
        }

        TopicPartition partition() {
            return new TopicPartition(Topics.MESSAGES, seen.partition());
        }

        long from() {
            return seen.offset() + 1;
        }

        long until() {
            return subscription.liveFrom().offset();
        }
    }

    /** @param onResumed called before the first event is delivered, once it is clear that all of them can be */
    public Replay replay(Request request, Runnable onResumed) throws InterruptedException {
        if (!request.belongsToThisLog() || request.until() - request.from() > properties.maxRecords()) {
            return Replay.OUT_OF_REACH;
        }
        try {
            return request.from() >= request.until()
                    ? nothingMissed(request, onResumed)
                    : readers.use(consumer -> read(consumer, request, onResumed));
        } catch (KafkaException | TimeoutException e) {
            LOG.warn("A replay failed: {}", e.getMessage());
            return Replay.FAILED;
        }
    }

    private Replay read(Consumer<byte[], byte[]> consumer, Request request, Runnable onResumed) {
        List<TopicPartition> partition = List.of(request.partition());
        consumer.assign(partition);
        if (consumer.beginningOffsets(partition).getOrDefault(request.partition(), 0L) > request.from()) {
            return Replay.OUT_OF_REACH;
        }
        consumer.seek(request.partition(), request.from());
        onResumed.run();
        return finish(request, deliver(consumer, request));
    }

    private Set<MessageId> deliver(Consumer<byte[], byte[]> consumer, Request request) {
        Set<MessageId> delivered = new HashSet<>();
        byte[] key = request.subscription().room().toString().getBytes(UTF_8);
        long progressAtNanos = System.nanoTime();
        while (consumer.position(request.partition()) < request.until()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            progressAtNanos = records.isEmpty() ? progressAtNanos : System.nanoTime();
            if (System.nanoTime() - progressAtNanos > properties.timeout().toNanos()) {
                throw new KafkaException("Kafka is silent");
            }
            for (ConsumerRecord<byte[], byte[]> entry : records) {
                if (entry.offset() < request.until() && Arrays.equals(key, entry.key())) {
                    deliver(entry, request, delivered);
                }
            }
            request.subscriber().flush();
        }
        return delivered;
    }

    private void deliver(ConsumerRecord<byte[], byte[]> entry, Request request, Set<MessageId> delivered) {
        if (RoomEventCodec.decode(entry.value()) instanceof Decoded.Valid<RoomEvent>(var event)
                && delivered.add(event.id())) {
            Position position = log.position(entry.partition(), entry.offset());
            request.subscription()
                    .replayed(announcer.announce(event, position, request.feed().present(event.room())));
        }
    }

    private static Replay nothingMissed(Request request, Runnable onResumed) {
        onResumed.run();
        return finish(request, Set.of());
    }

    private static Replay finish(Request request, Set<MessageId> delivered) {
        return request.feed().goLive(request.subscription(), delivered::contains) ? Replay.COMPLETE : Replay.FAILED;
    }

    @Override
    public void close() {
        readers.close();
    }
}
