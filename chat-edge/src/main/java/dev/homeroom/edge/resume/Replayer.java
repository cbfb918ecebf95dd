package dev.homeroom.edge.resume;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Announcement;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.fanout.Recall;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.SoundRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a session what it missed: the records of its rooms of one partition after what it has seen, up to where its live events
 * begin, in log order, each once; from the feed's memory where that reaches back so far, else from Kafka. Its calls may wait
 * for Kafka, so they belong on virtual threads.
 */
public final class Replayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ReplayReaders readers;
    private final ResumeProperties properties;
    private final MessageLog log;
    private final SoundRecords sound;
    private final Announcer announcer;

    public Replayer(
            KafkaClients clients,
            ResumeProperties properties,
            MessageLog log,
            SoundRecords sound,
            Announcer announcer) {
        this.readers = new ReplayReaders(clients, properties);
        this.properties = properties;
        this.log = log;
        this.sound = sound;
        this.announcer = announcer;
    }

    /**
     * Whether a session that has seen so much of these rooms can be told the rest.
     *
     * @param seen for each room the last offset that it has seen
     */
    public boolean reaches(PartitionFeed feed, Map<RoomId, Long> seen) throws InterruptedException {
        Position next = feed.next();
        if (feed.recall(seen, next.offset()).isPresent()) {
            return true;
        }
        try {
            Missed missed = new Missed(feed, seen, next);
            return !missed.isTooMuch(properties.maxRecords())
                    && readers.use(consumer -> missed.from() >= beginning(consumer, missed.partition()));
        } catch (KafkaException | TimeoutException e) {
            LOG.warn("The log's beginning could not be found: {}", e.getMessage());
            return false;
        }
    }

    public Replay replay(Replaying replaying) throws InterruptedException {
        Missed missed = replaying.missed();
        try {
            Optional<List<Recall.Told>> remembered = missed.feed().recall(missed.seen(), missed.until());
            if (remembered.isPresent()) {
                return fromMemory(replaying, remembered.get());
            }
            return missed.isTooMuch(properties.maxRecords())
                    ? Replay.OUT_OF_REACH
                    : readers.use(consumer -> fromKafka(consumer, replaying));
        } catch (KafkaException | TimeoutException e) {
            LOG.warn("A replay failed: {}", e.getMessage());
            return Replay.FAILED;
        }
    }

    private static Replay fromMemory(Replaying replaying, List<Recall.Told> remembered) {
        replaying.begin();
        remembered.forEach(told -> replaying.tell(told.room(), told.id(), told.position(), told.announcement()));
        return replaying.finish();
    }

    private Replay fromKafka(Consumer<byte[], byte[]> consumer, Replaying replaying) {
        Missed missed = replaying.missed();
        consumer.assign(List.of(missed.partition()));
        if (beginning(consumer, missed.partition()) > missed.from()) {
            return Replay.OUT_OF_REACH;
        }
        consumer.seek(missed.partition(), missed.from());
        replaying.begin();
        tellAll(consumer, replaying);
        return replaying.finish();
    }

    private static long beginning(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private void tellAll(Consumer<byte[], byte[]> consumer, Replaying replaying) {
        Missed missed = replaying.missed();
        long progressAtNanos = System.nanoTime();
        while (replaying.isWanted() && consumer.position(missed.partition()) < missed.until()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            progressAtNanos = records.isEmpty() ? progressAtNanos : System.nanoTime();
            if (System.nanoTime() - progressAtNanos > properties.timeout().toNanos()) {
                throw new KafkaException("Kafka is silent");
            }
            for (ConsumerRecord<byte[], byte[]> entry : records) {
                if (missed.includes(entry)) {
                    tell(entry, replaying);
                }
            }
            replaying.flush();
        }
    }

    private void tell(ConsumerRecord<byte[], byte[]> entry, Replaying replaying) {
        sound.read(entry).ifPresent(event -> tell(event, log.position(entry.partition(), entry.offset()), replaying));
    }

    private void tell(RoomEvent event, Position position, Replaying replaying) {
        PartitionFeed feed = replaying.missed().feed();
        if (!feed.isRepetition(event.id(), position)) {
            Announcement announcement = announcer.announce(event, position, () -> feed.present(event.room()));
            replaying.tell(event.room(), event.id(), position, announcement);
        }
    }

    @Override
    public void close() {
        readers.close();
    }
}
