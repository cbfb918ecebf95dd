package dev.homeroom.edge.fanout;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.LogEnds;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.SoundRecords;
import dev.homeroom.edge.presence.PartitionPresence;
import dev.homeroom.edge.presence.PresenceProperties;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the partitions whose rooms this edge serves, and no others, on one thread that waits for nothing but new records.
 *
 * <p>Of each such partition it follows the room log from its end, having read a little of what was before, and the presence
 * topic from its beginning; the feed is ready once it has read all that there was. After a batch of records, every session
 * that got some is flushed once.
 */
public final class Tail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration IDLE_CHECK = Duration.ofSeconds(1);
    private static final Duration RETRY_AFTER = Duration.ofMillis(200);

    private final KafkaClients clients;
    private final FanoutProperties properties;
    private final PresenceProperties presence;
    private final MessageLog log;
    private final EdgeId self;
    private final Announcer announcer;
    private final RecordReader reader;
    private final LogEnds ends;
    private final Clock clock = Clock.systemUTC();
    private final Thread thread = Thread.ofPlatform().name("fanout").daemon().unstarted(this::run);

    private final Feeds feeds = new Feeds();
    private final Gatherers gatherers = new Gatherers();
    private final Rounds rounds;

    private long idleCheckedAtNanos = System.nanoTime();

    private final Queue<PartitionFeed> released = new ConcurrentLinkedQueue<>();
    private final Semaphore asked = new Semaphore(0);
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean stopped;

    public Tail(
            KafkaClients clients,
            FanoutProperties properties,
            PresenceProperties presence,
            MessageLog log,
            SoundRecords sound,
            LogEnds ends,
            EdgeId self,
            Announcer announcer) {
        this.clients = clients;
        this.properties = properties;
        this.presence = presence;
        this.log = log;
        this.self = self;
        this.announcer = announcer;
        this.reader = new RecordReader(log, sound);
        this.ends = ends;
        this.rounds = new Rounds(properties.longestRound(), System.nanoTime());
    }

    public void start() {
        rounds.begin(System.nanoTime());
        thread.start();
    }

    /**
     * Whether it is at work, and has come round lately; once it has been started it should be until it is closed, also while Kafka
     * is away.
     */
    public boolean isRunning() {
        return thread.isAlive() && !rounds.isStanding(System.nanoTime());
    }

    /**
     * The feed of a partition, followed from now on if it was not yet. Completes on a thread of its own; fails with a
     * {@link KafkaException} if the partition cannot be followed now.
     */
    public CompletableFuture<PartitionFeed> feed(int partition) {
        return feeds.ask(partition, this::findBeginning).wanted();
    }

    private void findBeginning(Following asked) {
        var _ = ends.of(asked.partition(), clock.instant().minus(properties.recall()))
                .whenComplete((found, failure) -> {
                    if (failure == null) {
                        feeds.found(asked, newFeed(asked.partition(), found), found);
                        wakeUp();
                    } else {
                        feeds.failed(asked, new KafkaException("the partition's end could not be found", failure));
                    }
                });
    }

    private PartitionFeed newFeed(int partition, LogEnds.Ends found) {
        long warmUpFrom = Math.max(found.messages() - RecentEvents.CAPACITY, found.recentMessages());
        PartitionFeed.Start start =
                new PartitionFeed.Start(warmUpFrom, log.position(partition, found.messages()), found.presence());
        PartitionPresence people = new PartitionPresence(self, presence, clock.millis() * 1_000);
        PartitionFeed.Bounds bounds = new PartitionFeed.Bounds(
                properties.recallSize().toBytes(), properties.recallRooms(), properties.maxWaiting());
        return new PartitionFeed(announcer, start, properties.gather(), bounds, people);
    }

    private void wakeUp() {
        asked.release();
        Consumer<?, ?> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    /** The feed of a partition if it is followed and ready. */
    public Optional<PartitionFeed> followed(int partition) {
        return feeds.ready(partition);
    }

    /** The feeds that are ready. */
    public Collection<PartitionFeed> feeds() {
        return feeds.ready();
    }

    /** The feeds that have been let go since the last call, and not asked for again, because nobody has used them for a while. */
    List<PartitionFeed> takeReleased() {
        List<PartitionFeed> taken = new ArrayList<>();
        for (PartitionFeed feed = released.poll(); feed != null; feed = released.poll()) {
            if (!feeds.isWanted(feed.partition())) {
                taken.add(feed);
            }
        }
        return taken;
    }

    private Consumer<byte[], byte[]> connect() {
        return clients.consumer(Map.of(
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                (int) properties.fetchWait().toMillis(),
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                (int) properties.fetchSize().toBytes(),
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                properties.batch()));
    }

    private void run() {
        while (!stopped) {
            rounds.begin(System.nanoTime());
            try (Consumer<byte[], byte[]> reading = connect()) {
                consumer = reading;
                follow(reading);
            } catch (RuntimeException e) {
                LOG.error("The room log could not be followed; sessions come back and resume", e);
                interruptAll();
                pause(RETRY_AFTER);
                waitWhileReplaced();
            } catch (Error e) { // this thread ends, and the edge says that it is down
                interruptAll();
                throw e;
            }
        }
    }

    /**
     * Another log of the same name may be why it failed. Whoever came back under the old log's id would take that one's positions
     * for its own, so nobody does: this edge is about to notice, and to begin with the new one.
     */
    private void waitWhileReplaced() {
        try {
            while (!stopped && ends.isReplaced(log)) {
                rounds.begin(System.nanoTime());
                pause(POLL);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void follow(Consumer<byte[], byte[]> reading) {
        while (!stopped) {
            rounds.begin(System.nanoTime());
            try {
                begin(reading);
                read(
                        reading.assignment().isEmpty()
                                ? waitToBeAsked()
                                : reading.poll(gatherers.atMost(POLL, System.nanoTime())));
                completeReady(reading);
                releaseIdle(reading);
            } catch (WakeupException _) {
                // Somebody has asked for a partition, or for the end.
            }
        }
    }

    /** A consumer without partitions cannot be polled. */
    private ConsumerRecords<byte[], byte[]> waitToBeAsked() {
        pause(POLL);
        return ConsumerRecords.empty();
    }

    /** Until that time has passed, or somebody asks for something. */
    private void pause(Duration time) {
        try {
            asked.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    /** Asks Kafka for nothing: where to begin is known. */
    private void begin(Consumer<byte[], byte[]> reading) {
        asked.drainPermits();
        List<Following> begun = feeds.begin();
        if (begun.isEmpty()) {
            return;
        }
        assign(reading);
        for (Following next : begun) {
            reading.seek(messages(next.partition()), next.feed().warmUpFrom());
            reading.seek(presence(next.partition()), next.ends().firstPresence());
        }
    }

    private void assign(Consumer<byte[], byte[]> reading) {
        reading.assign(feeds.followed().stream()
                .map(Following::partition)
                .flatMap(partition -> Stream.of(messages(partition), presence(partition)))
                .toList());
    }

    private void completeReady(Consumer<byte[], byte[]> reading) {
        for (Following each : feeds.notReady()) {
            if (reading.position(messages(each.partition())) >= each.ends().messages()
                    && reading.position(presence(each.partition()))
                            >= each.ends().presence()) {
                each.feed().ready(System.nanoTime());
                feeds.ready(each);
            }
        }
    }

    private void read(ConsumerRecords<byte[], byte[]> records) {
        Set<Subscriber> touched = new LinkedHashSet<>();
        for (TopicPartition partition : records.partitions()) {
            feeds.reading(partition.partition()).ifPresent(feed -> {
                read(feed, records.records(partition), touched);
                gatherers.add(feed);
            });
        }
        gatherers.tell(System.nanoTime(), touched);
        touched.forEach(Subscriber::flush);
    }

    private void read(PartitionFeed feed, List<ConsumerRecord<byte[], byte[]>> records, Set<Subscriber> touched) {
        for (ConsumerRecord<byte[], byte[]> entry : records) {
            if (entry.topic().equals(Topics.MESSAGES)) {
                reader.message(feed, entry, touched);
            } else {
                reader.presence(feed, entry);
            }
        }
    }

    private void releaseIdle(Consumer<byte[], byte[]> reading) {
        if (System.nanoTime() - idleCheckedAtNanos < IDLE_CHECK.toNanos()) {
            return;
        }
        idleCheckedAtNanos = System.nanoTime();
        List<PartitionFeed> idle = feeds.releaseIdle(properties.idlePartition(), idleCheckedAtNanos);
        if (!idle.isEmpty()) {
            released.addAll(idle);
            assign(reading);
        }
    }

    private void interruptAll() {
        feeds.interruptAll(new KafkaException("the room log could not be followed"));
    }

    private static TopicPartition messages(int partition) {
        return new TopicPartition(Topics.MESSAGES, partition);
    }

    private static TopicPartition presence(int partition) {
        return new TopicPartition(Topics.PRESENCE, partition);
    }

    @Override
    public void close() {
        stopped = true;
        wakeUp();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
