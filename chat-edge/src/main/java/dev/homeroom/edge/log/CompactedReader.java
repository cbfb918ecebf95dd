package dev.homeroom.edge.log;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads compacted topics from their beginning and goes on reading.
 *
 * <p>Each record is handed to its topic's sink on this reader's one thread, in the order of its partition. When Kafka
 * fails, or anything else does, the reader begins again from the start, so sinks see records twice and must not mind.
 */
public final class CompactedReader implements AutoCloseable {
    /** Takes the records of one topic. */
    public interface Sink {
        void accept(ConsumerRecord<byte[], byte[]> entry);
    }

    private static final Logger LOG = LoggerFactory.getLogger(CompactedReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final long RETRY_AFTER_MS = 500;

    private final KafkaClients clients;
    private final Map<String, Sink> sinks;
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;

    private CompactedReader(String name, KafkaClients clients, Map<String, Sink> sinks) {
        this.clients = clients;
        this.sinks = Map.copyOf(sinks);
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    /** Starts reading; returns at once, also while Kafka is away. */
    public static CompactedReader start(String name, KafkaClients clients, Map<String, Sink> sinks) {
        CompactedReader reader = new CompactedReader(name, clients, sinks);
        reader.thread.start();
        return reader;
    }

    /** Done when all that the topics held at the start has been handed on; stays done. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp.copy();
    }

    /** Whether it is at work, as it should be until it is closed. */
    public boolean isRunning() {
        return thread.isAlive();
    }

    private void run() {
        while (stopped.getCount() > 0) {
            try (Consumer<byte[], byte[]> consumer = clients.consumer(Map.of())) {
                read(consumer);
            } catch (KafkaException e) {
                LOG.warn("Reading {} failed and begins again: {}", sinks.keySet(), e.getMessage());
            } catch (RuntimeException e) { // whatever it is, a mute must not wait for it
                LOG.error("Reading {} failed and begins again", sinks.keySet(), e);
            }
            pause();
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = sinks.keySet().stream()
                .flatMap(topic -> partitions(consumer, topic))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (stopped.getCount() > 0) {
            if (!caughtUp.isDone() && reached(consumer, ends)) {
                caughtUp.complete(null);
            }
            handOn(consumer.poll(POLL));
        }
    }

    private static Stream<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        List<PartitionInfo> infos = consumer.partitionsFor(topic);
        if (infos.isEmpty()) {
            throw new KafkaException(topic + " does not exist yet");
        }
        return infos.stream().map(info -> new TopicPartition(topic, info.partition()));
    }

    private static boolean reached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void handOn(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> entry : records) {
            Sink sink = sinks.get(entry.topic());
            if (sink != null) {
                accept(sink, entry);
            }
        }
    }

    /** One record that a sink stumbles over must not keep all later ones from it. */
    private static void accept(Sink sink, ConsumerRecord<byte[], byte[]> entry) {
        try {
            sink.accept(entry);
        } catch (RuntimeException e) {
            LOG.error("Failed over {}-{} at {}", entry.topic(), entry.partition(), entry.offset(), e);
        }
    }

    private void pause() {
        try {
            stopped.await(RETRY_AFTER_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        try {
            thread.join(POLL.plusSeconds(1));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
