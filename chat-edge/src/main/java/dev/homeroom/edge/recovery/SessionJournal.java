package dev.homeroom.edge.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.SavedSessionCodec;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions' topic as this edge needs it: it writes what its sessions are in, looks up sessions of other edges, and hears of
 * its own that another edge takes over.
 *
 * <p>An edge keeps its sessions in one partition, its home. It reads that one, those of sessions that it has taken over, and
 * for a while those that it was asked about, each from its beginning, on one thread. So what reading costs follows the edges
 * that share a partition and not the number of all sessions.
 */
public final class SessionJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionJournal.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);
    private static final Duration KEPT_AFTER_USE = Duration.ofMinutes(5);

    private final KafkaClients clients;
    private final Producer<byte[], byte[]> producer;
    private final Duration timeout;
    private final int partitionCount;
    private final int home;
    private final Thread thread = Thread.ofPlatform().name("sessions").daemon().unstarted(this::run);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Queue<Lookup> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();
    private volatile org.apache.kafka.clients.consumer.@Nullable Consumer<byte[], byte[]> consumer;

    /** The newest value of each session, by partition and key; known to the reading thread alone. */
    private final Map<Integer, Map<String, byte[]>> partitions = new HashMap<>();

    private final Map<Integer, Long> usedAtNanos = new HashMap<>();
    private final List<Lookup> lookups = new ArrayList<>();

    private record Watch(int partition, Consumer<SavedSession> listener) {}

    private static final class Lookup {
        private final PrivateId id;
        private final CompletableFuture<Optional<SavedSession>> answer = new CompletableFuture<>();
        /** Where the partition ended after the question; unknown at first. */
        private @Nullable Long end;

        private Lookup(PrivateId id) {
            this.id = id;
        }
    }

    /**
     * @param self chooses the home
     * @param partitionCount of the sessions' topic
     */
    public SessionJournal(
            KafkaClients clients,
            Producer<byte[], byte[]> producer,
            RecoveryProperties properties,
            EdgeId self,
            int partitionCount) {
        this.clients = clients;
        this.producer = producer;
        this.timeout = properties.timeout();
        this.partitionCount = partitionCount;
        this.home = Math.floorMod(self.hashCode(), partitionCount);
    }

    public void start() {
        thread.start();
    }

    /** Whether it is at work; once it has been started it should be until it is closed. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** The id of this text, or nothing if no edge made it. */
    Optional<PrivateId> parse(String privateId) {
        return PrivateId.parse(privateId).filter(id -> id.partition() < partitionCount);
    }

    PrivateId newId() {
        return PrivateId.create(home);
    }

    /** Completes, on the producer's thread, when all in-sync replicas have it. Records of one session keep their order. */
    CompletableFuture<Void> write(PrivateId id, SavedSession session) {
        return send(id, SavedSessionCodec.encode(session));
    }

    /** The session is over. */
    void forget(PrivateId id) {
        var _ = send(id, null);
    }

    private CompletableFuture<Void> send(PrivateId id, byte @Nullable [] value) {
        CompletableFuture<Void> written = new CompletableFuture<>();
        try {
            var _ = producer.send(
                    new ProducerRecord<>(
                            Topics.SESSIONS, id.partition(), id.key().getBytes(UTF_8), value),
                    (_, failure) -> {
                        if (failure == null) {
                            written.complete(null);
                        } else {
                            written.completeExceptionally(failure);
                        }
                    });
        } catch (KafkaException | IllegalStateException e) {
            written.completeExceptionally(e);
        }
        return written;
    }

    /**
     * The session as it was last written, by whatever edge, before this call. Completes on the reading thread; fails with a
     * {@link KafkaException} if Kafka cannot be read now.
     */
    CompletableFuture<Optional<SavedSession>> find(PrivateId id) {
        Lookup lookup = new Lookup(id);
        asked.add(lookup);
        wakeUp();
        return lookup.answer;
    }

    /** Tells of each record of this session, on the reading thread, from some time soon on. */
    void watch(PrivateId id, Consumer<SavedSession> listener) {
        watches.put(id.key(), new Watch(id.partition(), listener));
    }

    void unwatch(PrivateId id, Consumer<SavedSession> listener) {
        watches.remove(id.key(), new Watch(id.partition(), listener));
    }

    private void wakeUp() {
        org.apache.kafka.clients.consumer.Consumer<?, ?> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (var reading =
                    clients.consumer(Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis()))) {
                consumer = reading;
                read(reading);
            } catch (RuntimeException e) {
                LOG.warn("Reading sessions failed and begins again: {}", e.getMessage());
                fail(e);
            }
        }
    }

    private void read(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> reading) {
        while (stopped.getCount() > 0) {
            try {
                takeQuestions();
                follow(reading);
                askForEnds(reading);
                reading.poll(POLL).forEach(this::apply);
                answer(reading);
            } catch (WakeupException _) {
                // Somebody has a question, or it is the end.
            }
        }
    }

    private void takeQuestions() {
        for (Lookup lookup = asked.poll(); lookup != null; lookup = asked.poll()) {
            lookups.add(lookup);
        }
        long now = System.nanoTime();
        usedAtNanos.put(home, now);
        watches.values().forEach(watch -> usedAtNanos.put(watch.partition(), now));
        lookups.forEach(lookup -> usedAtNanos.put(lookup.id.partition(), now));
    }

    private void follow(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> reading) {
        long now = System.nanoTime();
        usedAtNanos.values().removeIf(used -> now - used > KEPT_AFTER_USE.toNanos());
        Set<Integer> wanted = Set.copyOf(usedAtNanos.keySet());
        if (wanted.equals(partitions.keySet())) {
            return;
        }
        Set<Integer> added = new HashSet<>(wanted);
        added.removeAll(partitions.keySet());
        partitions.keySet().retainAll(wanted);
        added.forEach(partition -> partitions.put(partition, new HashMap<>()));
        reading.assign(wanted.stream().map(SessionJournal::topicPartition).toList());
        reading.seekToBeginning(
                added.stream().map(SessionJournal::topicPartition).toList());
    }

    private void askForEnds(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> reading) {
        List<Lookup> open =
                lookups.stream().filter(lookup -> lookup.end == null).toList();
        if (open.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = reading.endOffsets(open.stream()
                .map(lookup -> topicPartition(lookup.id.partition()))
                .collect(Collectors.toSet()));
        open.forEach(lookup -> lookup.end = ends.get(topicPartition(lookup.id.partition())));
    }

    private void answer(org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> reading) {
        lookups.removeIf(lookup -> {
            Long end = lookup.end;
            boolean read = end != null && reading.position(topicPartition(lookup.id.partition())) >= end;
            if (read) {
                byte[] value =
                        partitions.getOrDefault(lookup.id.partition(), Map.of()).get(lookup.id.key());
                lookup.answer.complete(Optional.ofNullable(value).flatMap(SessionJournal::decode));
            }
            return read;
        });
    }

    private void apply(ConsumerRecord<byte[], byte[]> entry) {
        Map<String, byte[]> sessions = partitions.get(entry.partition());
        if (entry.key() == null || sessions == null) {
            return;
        }
        String key = new String(entry.key(), UTF_8);
        if (entry.value() == null) {
            sessions.remove(key);
        } else {
            sessions.put(key, entry.value());
        }
        Watch watch = watches.get(key);
        if (watch != null && entry.value() != null) {
            decode(entry.value()).ifPresent(watch.listener());
        }
    }

    private static Optional<SavedSession> decode(byte[] value) {
        return SavedSessionCodec.decode(value) instanceof Decoded.Valid<SavedSession>(SavedSession session)
                ? Optional.of(session)
                : Optional.empty();
    }

    private void fail(RuntimeException failure) {
        partitions.clear();
        usedAtNanos.clear();
        lookups.forEach(lookup -> lookup.answer.completeExceptionally(failure));
        lookups.clear();
        try {
            stopped.await(RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    private static TopicPartition topicPartition(int partition) {
        return new TopicPartition(Topics.SESSIONS, partition);
    }

    @Override
    public void close() {
        stopped.countDown();
        wakeUp();
        try {
            thread.join(POLL.plusSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
