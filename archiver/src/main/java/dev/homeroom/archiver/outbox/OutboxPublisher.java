package dev.homeroom.archiver.outbox;

import dev.homeroom.archiver.kafka.KafkaAwayException;
import dev.homeroom.archiver.kafka.TopicDirectory;
import dev.homeroom.archiver.kafka.WholeTopics;
import dev.homeroom.archiver.outbox.Republication.Comparison;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round of publishing: takes the oldest rows, sends them in order, deletes them once Kafka has confirmed.
 *
 * <p>One archiver at a time holds the publisher's lock, and a record's key decides its partition, so records of one key
 * arrive in the order of their rows. A round that broke may have put an older state of a key behind a newer one, if
 * another archiver had taken over meanwhile; therefore its keys are published again from their newest state, once Kafka
 * takes records again. Until then the outbox grows by nothing but real changes.
 *
 * <p>A record that is too large for Kafka is set aside, loudly: it must not hold up the mutes and locks behind it.
 */
@Component
class OutboxPublisher {
    private static final Logger log = LoggerFactory.getLogger(OutboxPublisher.class);
    /** What one round takes into memory, beyond its last record. */
    private static final long ROUND_BYTES = 16 << 20;
    /** How much longer than Kafka may take a transaction may be idle, before Postgres ends it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final OutboxRows rows;
    private final OutboxSender sender;
    private final OutboxSettings settings;
    private final TopicDirectory topics;
    private final WholeTopics wholeTopics;
    private final List<Republication> republications;
    private final TransactionTemplate transaction;

    private final Map<String, Set<String>> inDoubt = new HashMap<>();

    OutboxPublisher(
            OutboxRows rows,
            OutboxSender sender,
            OutboxSettings settings,
            TopicDirectory topics,
            WholeTopics wholeTopics,
            List<Republication> republications,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.sender = sender;
        this.settings = settings;
        this.topics = topics;
        this.wholeTopics = wholeTopics;
        this.republications = republications;
        this.transaction = transaction;
    }

    private enum Round {
        /** Another archiver is the publisher. */
        NOT_OURS,
        /** Kafka has everything. */
        NOTHING_LEFT,
        SENT
    }

    /** @return whether there may be more to publish at once */
    boolean publishSome() {
        if (inDoubt.isEmpty() && rows.isEmpty()) {
            return false;
        }
        return switch (round()) {
            case NOT_OURS -> false;
            case NOTHING_LEFT -> settleDoubts();
            case SENT -> true;
        };
    }

    private Round round() {
        Set<OutboxRecord> sent = new HashSet<>();
        try {
            return Objects.requireNonNull(transaction.execute(_ -> round(sent)));
        } catch (RuntimeException e) {
            sent.forEach(record -> inDoubt.computeIfAbsent(record.topic(), _ -> new HashSet<>())
                    .add(record.key()));
            throw e;
        }
    }

    private Round round(Set<OutboxRecord> sent) {
        if (!rows.tryLock(settings.sendTimeout().plus(GRACE).toMillis())) {
            return Round.NOT_OURS;
        }
        List<OutboxRecord> records = rows.oldest(settings.batch(), ROUND_BYTES);
        if (records.isEmpty()) {
            return Round.NOTHING_LEFT;
        }
        sent.addAll(records);
        List<OutboxRecord> tooLarge = sender.send(records);
        setAside(tooLarge);
        rows.forgetSetAside(
                records.stream().filter(record -> !tooLarge.contains(record)).toList());
        rows.delete(records);
        return Round.SENT;
    }

    private void setAside(List<OutboxRecord> tooLarge) {
        if (!tooLarge.isEmpty()) {
            rows.setAside(tooLarge);
            tooLarge.forEach(record -> log.error(
                    "Kafka takes no record of {} bytes on {}: what is new of {} does not get to the edges",
                    record.value().length,
                    record.topic(),
                    record.key()));
        }
    }

    /** How many records wait for a newer one that Kafka takes. */
    long setAside() {
        return rows.setAside();
    }

    /**
     * In a transaction of its own: what is sent must have been committed, or else a revision could be given twice.
     *
     * @return whether there were any
     */
    private boolean settleDoubts() {
        if (inDoubt.isEmpty()) {
            return false;
        }
        transaction.executeWithoutResult(_ -> republications.forEach(
                republication -> republication.addAgain(inDoubt.getOrDefault(republication.topic(), Set.of()))));
        inDoubt.clear();
        return true;
    }

    /**
     * Publishes again whatever the topics have otherwise than the database: it may have been restored from a backup, and
     * then knows nothing of what it published since.
     */
    void publishDifferences() {
        for (Republication republication : republications) {
            Comparison comparison = republication.comparison();
            wholeTopics.read(republication.topic(), comparison::see);
            transaction.executeWithoutResult(_ -> comparison.addDiffering());
        }
    }

    /** Fills the topics that are not the ones that were filled before: new ones, or re-created ones. */
    void fillNewTopics() {
        for (Republication republication : republications) {
            UUID topicId = topicId(republication.topic());
            transaction.executeWithoutResult(_ -> fill(republication, topicId));
        }
    }

    private void fill(Republication republication, UUID topicId) {
        if (!rows.tryLock(settings.sendTimeout().plus(GRACE).toMillis())
                || rows.publishedTopic(republication.topic())
                        .filter(topicId::equals)
                        .isPresent()) {
            return;
        }
        republication.addAll();
        rows.markPublished(republication.topic(), topicId);
    }

    private UUID topicId(String topic) throws KafkaAwayException {
        return topics.describe(topic).topicId();
    }
}
