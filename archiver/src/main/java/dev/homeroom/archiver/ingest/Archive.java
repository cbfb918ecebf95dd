package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Poison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores batches of records, each in one transaction together with how far the log has now been stored.
 *
 * <p>Dead letters are confirmed by Kafka before the transaction is committed, so none can be missing.
 *
 * <p>The transaction first locks the progress of the batch's partitions and skips what lies below. So it does not matter
 * how often or by whom a record is brought: by an archiver that has lost its partitions and does not know it yet, or by
 * its successor.
 */
@Component
class Archive {
    private static final Logger log = LoggerFactory.getLogger(Archive.class);

    private final TransactionTemplate transaction;
    private final ProgressRows progress;
    private final BatchWriter writer;
    private final DeadLetters deadLetters;

    Archive(TransactionTemplate transaction, ProgressRows progress, BatchWriter writer, DeadLetters deadLetters) {
        this.transaction = transaction;
        this.progress = progress;
        this.writer = writer;
        this.deadLetters = deadLetters;
    }

    /** @return the next offset of each partition of the batch, which is committed */
    Map<Integer, Long> store(Generation generation, List<ConsumerRecord<byte[], byte[]>> batch) {
        try {
            return inTransaction(generation, batch, null);
        } catch (DataAccessException e) {
            Refusal.orThrow(e);
            return storeSingly(generation, batch);
        }
    }

    /** Postgres refuses some record for a reason that nobody thought of: finds out which. */
    private Map<Integer, Long> storeSingly(Generation generation, List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<Integer, Long> next = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            next.putAll(storeOne(generation, record));
        }
        return next;
    }

    private Map<Integer, Long> storeOne(Generation generation, ConsumerRecord<byte[], byte[]> record) {
        try {
            return inTransaction(generation, List.of(record), null);
        } catch (DataAccessException e) {
            Refusal refusal = Refusal.orThrow(e);
            return inTransaction(generation, List.of(record), refusal);
        }
    }

    /** @param refusal if not null, the batch's one record is put aside with it */
    private Map<Integer, Long> inTransaction(
            Generation generation, List<ConsumerRecord<byte[], byte[]>> batch, @Nullable Refusal refusal) {
        Map<Integer, List<ConsumerRecord<byte[], byte[]>>> byPartition = byPartition(batch);
        return Objects.requireNonNull(transaction.execute(_ -> {
            Map<Integer, Long> next = progress.lock(generation, byPartition.keySet());
            List<ConsumerRecord<byte[], byte[]>> fresh = advance(next, byPartition);
            if (!fresh.isEmpty()) {
                List<Poison> poison =
                        refusal == null ? writer.write(generation, fresh).poison() : refused(fresh, refusal);
                deadLetters.putAside(generation, poison);
                progress.update(generation, next);
            }
            return next;
        }));
    }

    private static List<Poison> refused(List<ConsumerRecord<byte[], byte[]>> records, Refusal refusal) {
        return records.stream().map(refusal::of).toList();
    }

    /** Moves {@code next} behind the batch and returns the records that were not below it. */
    private static List<ConsumerRecord<byte[], byte[]>> advance(
            Map<Integer, Long> next, Map<Integer, List<ConsumerRecord<byte[], byte[]>>> byPartition) {
        List<ConsumerRecord<byte[], byte[]>> fresh = new ArrayList<>();
        byPartition.forEach((partition, records) -> {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                long expected = Objects.requireNonNull(next.get(partition));
                if (record.offset() >= expected) {
                    reportHole(record, expected);
                    fresh.add(record);
                    next.put(partition, record.offset() + 1);
                }
            }
        });
        return fresh;
    }

    private static void reportHole(ConsumerRecord<byte[], byte[]> record, long expected) {
        if (record.offset() > expected) {
            log.warn(
                    "{}-{} has no records from {} to {}: retention, most likely, has removed them before they were archived",
                    record.topic(),
                    record.partition(),
                    expected,
                    record.offset() - 1);
        }
    }

    private static Map<Integer, List<ConsumerRecord<byte[], byte[]>>> byPartition(
            List<ConsumerRecord<byte[], byte[]>> batch) {
        Map<Integer, List<ConsumerRecord<byte[], byte[]>>> byPartition = new LinkedHashMap<>();
        batch.forEach(record -> byPartition
                .computeIfAbsent(record.partition(), _ -> new ArrayList<>())
                .add(record));
        return byPartition;
    }
}
