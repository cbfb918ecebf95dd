package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.kafka.TopicDirectory;
import dev.homeroom.contract.Topics;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ConsumerSeekAware;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;

/**
 * Takes batches from the room log to the {@link Archive}. Each consumer thread calls with the partitions that it owns.
 *
 * <p>The database's progress decides where a partition is read from, not the group's offsets: those are committed after
 * the database and serve for watching the lag. A partition is positioned when it is assigned, or, if Postgres or Kafka
 * does not answer then, as soon as they do; no record has to come first. So a database that was restored from a backup
 * catches up by itself.
 *
 * <p>Records do not say which topic id they came from. The topic is therefore described after each fetch: an id that is
 * still the same then was the same when the records were fetched, since ids never come back. If it is another one, the
 * batch is dropped and every partition starts where the new generation stands.
 *
 * <p>Whatever fails is tried again from the same place after a pause; nothing is skipped.
 */
@Component
class IngestListener
        implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>,
                ConsumerAwareRebalanceListener,
                ConsumerSeekAware {
    private static final Logger log = LoggerFactory.getLogger(IngestListener.class);

    private final TopicDirectory topics;
    private final Generations generations;
    private final ProgressRows progress;
    private final Archive archive;
    private final ArchivedPositions positions;
    private final IngestSettings settings;

    /** Partitions whose reading position has been set from the database, and for which generation. */
    private final Map<Integer, Integer> positioned = new ConcurrentHashMap<>();

    private volatile @Nullable String obstacle;
    private volatile @Nullable String positioningObstacle;

    IngestListener(
            TopicDirectory topics,
            Generations generations,
            ProgressRows progress,
            Archive archive,
            ArchivedPositions positions,
            IngestSettings settings) {
        this.topics = topics;
        this.generations = generations;
        this.progress = progress;
        this.archive = archive;
        this.positions = positions;
        this.settings = settings;
    }

    /** Why nothing is stored at the moment, or null. */
    @Nullable
    String obstacle() {
        return obstacle == null ? positioningObstacle : obstacle;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records,
            @Nullable Acknowledgment acknowledgment,
            @Nullable Consumer<?, ?> consumer) {
        storeOrRewind(records, Objects.requireNonNull(consumer));
    }

    private void storeOrRewind(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        try {
            store(records, consumer);
            obstacle = null;
            positioningObstacle = null;
        } catch (RuntimeException e) {
            report(e);
            rewind(records, consumer);
            pause();
        }
    }

    private void store(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        Generation generation = generations.of(topics.describe(Topics.MESSAGES));
        Set<Integer> moved = position(generation, consumer);
        List<ConsumerRecord<byte[], byte[]>> batch = records.stream()
                .filter(record -> !moved.contains(record.partition()))
                .toList();
        if (!batch.isEmpty()) {
            Map<Integer, Long> next = archive.store(generation, batch);
            positions.reached(generation, next);
            commit(next, consumer);
        }
    }

    /** @return the partitions that are now read from elsewhere than this batch says */
    private Set<Integer> position(Generation generation, Consumer<?, ?> consumer) {
        return position(generation, consumer.assignment(), consumer::seek);
    }

    /** Moves a partition to an offset, on the thread of its consumer. */
    private interface Seek {
        void to(TopicPartition partition, long offset);
    }

    private Set<Integer> position(Generation generation, Collection<TopicPartition> partitions, Seek seek) {
        Set<Integer> moved = new HashSet<>();
        for (TopicPartition partition : partitions) {
            Integer known = positioned.get(partition.partition());
            if (known == null || known != generation.number()) {
                seek.to(
                        partition,
                        progress.next(generation, partition.partition()).orElse(0));
                positioned.put(partition.partition(), generation.number());
                moved.add(partition.partition());
            }
        }
        return moved;
    }

    private void positionNowIfPossible(Collection<TopicPartition> partitions, Seek seek) {
        try {
            position(generations.of(topics.describe(Topics.MESSAGES)), partitions, seek);
            positioningObstacle = null;
        } catch (RuntimeException e) {
            if (positioningObstacle == null) {
                log.warn("It cannot be found out where to read on; it will be tried again. {}", e.getMessage());
            }
            positioningObstacle = String.valueOf(e.getMessage());
        }
    }

    /** Asynchronous and without a second attempt: the next batch commits more. */
    private static void commit(Map<Integer, Long> next, Consumer<?, ?> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        next.forEach((partition, offset) ->
                offsets.put(new TopicPartition(Topics.MESSAGES, partition), new OffsetAndMetadata(offset)));
        consumer.commitAsync(offsets, (_, e) -> {
            if (e != null) {
                log.debug("An offset was not committed", e);
            }
        });
    }

    private void rewind(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer) {
        Map<TopicPartition, Long> first = new HashMap<>();
        records.forEach(
                record -> first.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset()));
        first.keySet().retainAll(consumer.assignment());
        first.forEach((partition, offset) -> {
            // A partition that was just positioned elsewhere is positioned again with the next batch.
            positioned.remove(partition.partition());
            consumer.seek(partition, offset);
        });
    }

    private void report(RuntimeException e) {
        String problem = String.valueOf(e.getMessage());
        if (obstacle == null) {
            log.warn("Nothing can be archived for now; it will be tried again. {}", problem);
            log.debug("Nothing can be archived for now", e);
        }
        obstacle = problem;
    }

    /** Far shorter than the time after which the group would take the partitions away. */
    private void pause() {
        try {
            Thread.sleep(settings.retryPause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positioned.remove(partition.partition()));
        positionNowIfPossible(partitions, consumer::seek);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positioned.remove(partition.partition()));
    }

    /** Called now and then while no records come. */
    @Override
    public void onIdleContainer(Map<TopicPartition, Long> assignments, ConsumerSeekCallback callback) {
        boolean isAnyLost =
                assignments.keySet().stream().anyMatch(partition -> !positioned.containsKey(partition.partition()));
        if (!isAnyLost) {
            // Those that could not be positioned may be another consumer's by now.
            positioningObstacle = null;
        } else {
            positionNowIfPossible(
                    assignments.keySet(),
                    (partition, offset) -> callback.seek(partition.topic(), partition.partition(), offset));
        }
    }
}
