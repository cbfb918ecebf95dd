package dev.homeroom.edge.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.contract.SavedSessionCodec;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.LogEnds.Span;
import java.time.Duration;
import java.time.Instant;
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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads partitions of the sessions' topic, each from its beginning, on one thread: the home, those of watched sessions, and for a
 * while those where one was looked up. The thread waits for nothing but new records; a partition that cannot be read keeps
 * only its own lookups waiting. When reading fails, it begins again from the start, and watchers hear records again.
 */
final class SessionReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SessionReader.class);
    private static final Duration RETRY_AFTER = Duration.ofMillis(500);
    private static final Duration KEPT_AFTER_USE = Duration.ofMinutes(5);
    private static final Duration SWEEP = Duration.ofMinutes(1);

    private final KafkaClients clients;
    private final SessionEnds ends;
    private final SessionWatches watches;
    private final Duration window;
    private final Waits waits;
    private final int home;
    private final Thread thread = Thread.ofPlatform().name("sessions").daemon().unstarted(this::run);
    private final Semaphore awake = new Semaphore(0);
    private final Map<Integer, Long> usedAtNanos = new ConcurrentHashMap<>();
    /** Of which it has been asked where they begin. */
    private final Set<Integer> asking = ConcurrentHashMap.newKeySet();

    private final Queue<Beginning> beginning = new ConcurrentLinkedQueue<>();
    private final Queue<SessionLookup> asked = new ConcurrentLinkedQueue<>();
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile boolean stopped;

    // Known to the reading thread alone.
    private final Map<Integer, SessionTable> tables = new HashMap<>();
    private final List<SessionLookup> lookups = new ArrayList<>();
    private long sweptAtNanos = System.nanoTime();

    private record Beginning(int partition, long first) {}

    /**
     * How long it waits for news at a time, which keeps nobody waiting who asks for what has been read.
     *
     * @param poll until it looks around
     * @param fetch that the broker may hold a question back; a partition that is to be read too waits for that
     */
    record Waits(Duration poll, Duration fetch) {
        static final Waits USUAL = new Waits(Duration.ofMillis(500), Duration.ofMillis(100));
    }

    SessionReader(
            KafkaClients clients, SessionEnds ends, SessionWatches watches, Duration window, Waits waits, int home) {
        this.clients = clients;
        this.ends = ends;
        this.watches = watches;
        this.window = window;
        this.waits = waits;
        this.home = home;
    }

    void start() {
        thread.start();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** The session by the record that stands, of those written before this call. Completes on the reading thread. */
    CompletableFuture<Optional<SavedSession>> find(PrivateId id) {
        SessionLookup lookup = new SessionLookup(id);
        usedAtNanos.put(id.partition(), System.nanoTime());
        var _ = ends.of(id.partition()).whenComplete((span, failure) -> {
            if (failure == null) {
                ask(lookup, span);
            } else {
                lookup.fail(failure);
            }
        });
        return lookup.answer();
    }

    private void ask(SessionLookup lookup, Span span) {
        lookup.until(span.end());
        beginning.add(new Beginning(lookup.partition(), span.first()));
        asked.add(lookup);
        wakeUp();
    }

    private void wakeUp() {
        awake.release();
        Consumer<?, ?> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
    }

    private void run() {
        while (!stopped) {
            try (Consumer<byte[], byte[]> reading = clients.consumer(Map.of(
                    ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, (int) waits.fetch().toMillis()))) {
                consumer = reading;
                tables.clear();
                read(reading);
            } catch (RuntimeException e) {
                LOG.warn("Reading sessions failed and begins again: {}", e.getMessage());
                pause(RETRY_AFTER);
            }
        }
    }

    private void read(Consumer<byte[], byte[]> reading) {
        while (!stopped) {
            try {
                awake.drainPermits();
                follow(reading);
                answer(reading); // what has been read already, without waiting for more
                poll(reading);
                answer(reading);
                sweep();
            } catch (WakeupException _) {
                // Somebody has a question, or it is the end.
            } catch (OffsetOutOfRangeException e) {
                // Retention has passed by: these begin again.
                e.partitions().forEach(partition -> tables.remove(partition.partition()));
                assign(reading);
            }
        }
    }

    /** A consumer without partitions cannot be polled. */
    private void poll(Consumer<byte[], byte[]> reading) {
        if (tables.isEmpty()) {
            pause(waits.poll());
        } else {
            reading.poll(waits.poll()).forEach(this::apply);
        }
    }

    private void pause(Duration time) {
        try {
            awake.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    // --- which partitions

    private void follow(Consumer<byte[], byte[]> reading) {
        for (SessionLookup next = asked.poll(); next != null; next = asked.poll()) {
            lookups.add(next);
        }
        Set<Integer> wanted = wanted();
        List<Beginning> begun = begun(wanted);
        if (!begun.isEmpty() || !wanted.containsAll(tables.keySet())) {
            tables.keySet().retainAll(wanted);
            assign(reading);
            begun.forEach(each -> reading.seek(topicPartition(each.partition()), each.first()));
        }
        wanted.stream().filter(partition -> !tables.containsKey(partition)).forEach(this::askForBeginning);
    }

    private Set<Integer> wanted() {
        long now = System.nanoTime();
        usedAtNanos.values().removeIf(used -> now - used > KEPT_AFTER_USE.toNanos());
        Set<Integer> wanted = new HashSet<>(usedAtNanos.keySet());
        wanted.addAll(watches.partitions());
        wanted.add(home);
        return wanted;
    }

    private List<Beginning> begun(Set<Integer> wanted) {
        List<Beginning> begun = new ArrayList<>();
        for (Beginning next = beginning.poll(); next != null; next = beginning.poll()) {
            if (wanted.contains(next.partition()) && !tables.containsKey(next.partition())) {
                tables.put(next.partition(), new SessionTable());
                begun.add(next);
            }
        }
        return begun;
    }

    private void askForBeginning(int partition) {
        if (asking.add(partition)) {
            var _ = ends.of(partition).whenComplete((span, failure) -> {
                asking.remove(partition);
                if (failure == null) {
                    beginning.add(new Beginning(partition, span.first()));
                    wakeUp();
                }
            });
        }
    }

    private void assign(Consumer<byte[], byte[]> reading) {
        reading.assign(
                tables.keySet().stream().map(SessionReader::topicPartition).toList());
    }

    // --- what they say

    private void apply(ConsumerRecord<byte[], byte[]> entry) {
        SessionTable table = tables.get(entry.partition());
        if (entry.key() == null || table == null) {
            return;
        }
        String key = new String(entry.key(), UTF_8);
        switch (SavedSessionCodec.decode(entry.value())) {
            case Decoded.Valid<SavedSession>(SavedSession session) -> apply(table, key, session, entry);
            case Decoded.UnknownType<SavedSession> _, Decoded.Malformed<SavedSession> _ -> {
                if (entry.value() == null) {
                    apply(table, key, null, entry);
                }
            }
        }
    }

    private void apply(
            SessionTable table, String key, @Nullable SavedSession session, ConsumerRecord<byte[], byte[]> entry) {
        boolean stands = table.apply(key, session, endedConnection(entry), entry.timestamp());
        watches.tell(key, new SessionWatches.Heard(session, entry.offset(), stands));
    }

    private static @Nullable String endedConnection(ConsumerRecord<?, ?> entry) {
        Header header = entry.headers().lastHeader(Topics.ENDED_CONNECTION);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private void answer(Consumer<byte[], byte[]> reading) {
        lookups.removeIf(lookup -> {
            SessionTable table = tables.get(lookup.partition());
            return lookup.isOver()
                    || (table != null && lookup.answer(table, () -> position(reading, lookup.partition())));
        });
    }

    /** -1 while it is not known, as when the partition has just changed its leader. */
    private static long position(Consumer<?, ?> reading, int partition) {
        try {
            return reading.position(topicPartition(partition), Duration.ZERO);
        } catch (TimeoutException _) {
            return -1;
        }
    }

    private void sweep() {
        if (System.nanoTime() - sweptAtNanos > SWEEP.toNanos()) {
            sweptAtNanos = System.nanoTime();
            tables.values().forEach(table -> table.forgetOld(Instant.now(), window));
        }
    }

    private static TopicPartition topicPartition(int partition) {
        return new TopicPartition(Topics.SESSIONS, partition);
    }

    @Override
    public void close() {
        stopped = true;
        wakeUp();
        try {
            thread.join(waits.poll().plusSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
