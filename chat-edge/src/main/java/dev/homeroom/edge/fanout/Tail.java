package dev.homeroom.edge.fanout;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.MessageLog;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the partitions whose rooms this edge serves, and no others, on one thread that waits for nothing but Kafka.
 *
 * <p>Of each such partition it reads the room log from its end and the presence topic from its beginning; the feed is
 * ready once it has read all the presence that there was. After a batch of records, every session that got some is
 * flushed once.
 */
public final class Tail implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaClients clients;
    private final FanoutProperties properties;
    private final MessageLog log;
    private final EdgeId self;
    private final Announcer announcer;
    private final RecordReader reader;
    private final Thread thread = Thread.ofPlatform().name("fanout").daemon().unstarted(this::run);

    /** What has been asked for; what of it is being followed is known to this thread alone. */
    private final Map<Integer, CompletableFuture<PartitionFeed>> feeds = new ConcurrentHashMap<>();

    private final Map<Integer, PartitionFeed> followed = new HashMap<>();
    private final Map<Integer, Long> presenceEnds = new HashMap<>();
    private volatile Consumer<byte[], byte[]> consumer;
    private volatile boolean stopped;
    private final Semaphore asked = new Semaphore(0);

    public Tail(KafkaClients clients, FanoutProperties properties, MessageLog log, EdgeId self, Announcer announcer) {
        this.clients = clients;
        this.properties = properties;
        this.log = log;
        this.self = self;
        this.announcer = announcer;
        this.reader = new RecordReader(log);
        this.consumer = connect();
    }

    public void start() {
        thread.start();
    }

    /**
     * The feed of a partition, followed from now on if it was not yet. Completes on the tail's thread; fails with a
     * {@link KafkaException} if the partition cannot be followed now.
     */
    public CompletableFuture<PartitionFeed> feed(int partition) {
        CompletableFuture<PartitionFeed> wanted = new CompletableFuture<>();
        CompletableFuture<PartitionFeed> known = feeds.putIfAbsent(partition, wanted);
        if (known != null) {
            return known;
        }
        asked.release();
        consumer.wakeup();
        return wanted;
    }

    /** The feed of a partition if it is followed and ready. */
    public Optional<PartitionFeed> followed(int partition) {
        return Optional.ofNullable(feeds.get(partition))
                .filter(feed -> feed.state() == Future.State.SUCCESS)
                .map(CompletableFuture::resultNow);
    }

    /** The feeds that are ready. */
    public Collection<PartitionFeed> feeds() {
        return feeds.keySet().stream()
                .flatMap(partition -> followed(partition).stream())
                .toList();
    }

    /** Stops following partitions that nobody has used for a while; answers their feeds. */
    List<PartitionFeed> releaseIdle() {
        List<PartitionFeed> idle = feeds().stream()
                .filter(feed -> feed.releaseIfIdle(properties.idlePartition(), System.nanoTime()))
                .toList();
        idle.forEach(feed -> feeds.remove(feed.partition()));
        return idle;
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
            try {
                follow();
                read(followed.isEmpty() ? waitToBeAsked() : consumer.poll(POLL));
            } catch (WakeupException _) {
                // Somebody has asked for a partition, or for the end.
            } catch (KafkaException e) {
                LOG.error("The room log could not be followed; sessions come back and resume", e);
                restart();
            }
        }
        consumer.close();
    }

    /** A consumer without partitions cannot be polled. */
    private ConsumerRecords<byte[], byte[]> waitToBeAsked() {
        try {
            asked.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
        return ConsumerRecords.empty();
    }

    private void follow() {
        asked.drainPermits();
        Set<Integer> wanted = Set.copyOf(feeds.keySet());
        if (!wanted.equals(followed.keySet())) {
            followed.keySet().retainAll(wanted);
            presenceEnds.keySet().retainAll(wanted);
            consumer.assign(wanted.stream()
                    .flatMap(partition -> Stream.of(messages(partition), presence(partition)))
                    .toList());
            begin(wanted.stream()
                    .filter(partition -> !followed.containsKey(partition))
                    .toList());
        }
        completeReady();
    }

    /**
     * Seeks in all of them before it asks for the position in any: the consumer refuses if one has nowhere to begin. To seek in
     * none would mean in all that are assigned.
     */
    private void begin(List<Integer> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        consumer.seekToEnd(partitions.stream().map(Tail::messages).toList());
        consumer.seekToBeginning(partitions.stream().map(Tail::presence).toList());
        partitions.forEach(this::begin);
    }

    private void begin(int partition) {
        TopicPartition messages = messages(partition);
        TopicPartition presence = presence(partition);
        long next = consumer.position(messages);
        presenceEnds.put(partition, consumer.endOffsets(List.of(presence)).getOrDefault(presence, 0L));
        long sequence = Clock.systemUTC().millis() * 1_000;
        followed.put(partition, new PartitionFeed(self, announcer, log.position(partition, next), sequence));
    }

    private void completeReady() {
        presenceEnds.entrySet().removeIf(end -> {
            boolean ready = consumer.position(presence(end.getKey())) >= end.getValue();
            CompletableFuture<PartitionFeed> wanted = feeds.get(end.getKey());
            PartitionFeed feed = followed.get(end.getKey());
            if (ready && wanted != null && feed != null) {
                wanted.complete(feed);
            }
            return ready;
        });
    }

    private void read(ConsumerRecords<byte[], byte[]> records) {
        Set<Subscriber> touched = new LinkedHashSet<>();
        for (ConsumerRecord<byte[], byte[]> entry : records) {
            PartitionFeed feed = followed.get(entry.partition());
            if (feed == null) {
                continue;
            }
            if (entry.topic().equals(Topics.MESSAGES)) {
                reader.message(feed, entry, touched);
            } else {
                reader.presence(feed, entry);
            }
        }
        touched.forEach(Subscriber::flush);
    }

    private void restart() {
        KafkaException failure = new KafkaException("the room log could not be followed");
        feeds.values().forEach(feed -> feed.completeExceptionally(failure));
        feeds.clear();
        followed.values().forEach(PartitionFeed::interrupt);
        followed.clear();
        presenceEnds.clear();
        consumer.close();
        consumer = connect();
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
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
