package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets records into the transcript that had been put aside, at the place where they stood in the log. They are judged as
 * all others are, by the settings of now and the time of then.
 *
 * <p>How far the log has been archived does not move. It is locked meanwhile, as the {@link Archive} does, so that nobody
 * stores the same message at the same time; so it does not matter how often, or beside which archivers, this is done.
 */
@Component
public class Readmission {
    private final TransactionTemplate transaction;
    private final ProgressRows progress;
    private final BatchWriter writer;
    private final TimePartitions months;

    Readmission(TransactionTemplate transaction, ProgressRows progress, BatchWriter writer, TimePartitions months) {
        this.transaction = transaction;
        this.progress = progress;
        this.writer = writer;
        this.months = months;
    }

    /** Whether what is found out is also kept. */
    public enum Mode {
        STORE,
        /** Everything is done, and then undone. */
        TRIAL
    }

    /** @param records of this generation's topic, with the partitions and offsets at which they stood */
    public Readmitted readmit(Generation generation, List<ConsumerRecord<byte[], byte[]>> records, Mode mode) {
        if (records.isEmpty()) {
            return Readmitted.NONE;
        }
        if (mode == Mode.STORE) {
            // Retention drops months; it would never look at what is in none.
            monthsOf(records).forEach(months::ensure);
        }
        try {
            return inTransaction(generation, records, mode);
        } catch (DataAccessException e) {
            Refusal.orThrow(e);
            return records.stream()
                    .map(record -> readmitOne(generation, record, mode))
                    .reduce(Readmitted.NONE, Readmitted::plus);
        }
    }

    private Readmitted readmitOne(Generation generation, ConsumerRecord<byte[], byte[]> record, Mode mode) {
        try {
            return inTransaction(generation, List.of(record), mode);
        } catch (DataAccessException e) {
            return Readmitted.of(
                    new Written(List.of(), List.of(), List.of(Refusal.orThrow(e).of(record))));
        }
    }

    private Readmitted inTransaction(Generation generation, List<ConsumerRecord<byte[], byte[]>> records, Mode mode) {
        Set<Integer> partitions =
                records.stream().map(ConsumerRecord::partition).collect(Collectors.toSet());
        return Objects.requireNonNull(transaction.execute(status -> {
            progress.lock(generation, partitions);
            Written written = writer.writeLate(generation, inOrder(records));
            if (mode == Mode.TRIAL) {
                status.setRollbackOnly();
            }
            return Readmitted.of(written);
        }));
    }

    private static List<ConsumerRecord<byte[], byte[]>> inOrder(List<ConsumerRecord<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> ordered = new ArrayList<>(records);
        ordered.sort((one, other) -> Long.compare(one.offset(), other.offset()));
        return ordered;
    }

    private Set<YearMonth> monthsOf(List<ConsumerRecord<byte[], byte[]>> records) {
        Set<YearMonth> found = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (writer.judge(record) instanceof Good(var _, var event)) {
                found.add(YearMonth.from(event.sentAt().atOffset(ZoneOffset.UTC)));
            }
        }
        return found;
    }
}
