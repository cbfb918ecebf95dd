package dev.homeroom.archiver.outbox;

import dev.homeroom.archiver.kafka.KafkaAwayException;
import dev.homeroom.archiver.kafka.TopicDirectory;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round of publishing: takes the oldest rows, sends them in order, deletes them once Kafka has confirmed.
 *
 * <p>One archiver at a time holds the publisher's lock, and a record's key decides its partition, so records of one key
 * arrive in the order of their rows. A round whose end is unknown (its transaction broke after the send) may have put an
 * older state of a key behind a newer one; therefore its keys are published again from their newest state.
 */
@Component
class OutboxPublisher {
    /** How much longer than Kafka may take a transaction may be idle, before Postgres ends it. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final OutboxRows rows;
    private final OutboxSender sender;
    private final OutboxSettings settings;
    private final TopicDirectory topics;
    private final List<Republication> republications;
    private final TransactionTemplate transaction;

    private final Map<String, Set<String>> inDoubt = new HashMap<>();

    OutboxPublisher(
            OutboxRows rows,
            OutboxSender sender,
            OutboxSettings settings,
            TopicDirectory topics,
            List<Republication> republications,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.sender = sender;
        this.settings = settings;
        this.topics = topics;
        this.republications = republications;
        this.transaction = transaction;
    }

    /** @return whether there may be more to publish at once */
    boolean publishSome() {
        if (inDoubt.isEmpty() && rows.isEmpty()) {
            return false;
        }
        settleDoubts();
        Set<OutboxRecord> sent = new HashSet<>();
        try {
            return Boolean.TRUE.equals(transaction.execute(_ -> publishSome(sent)));
        } catch (RuntimeException e) {
            sent.forEach(record -> inDoubt.computeIfAbsent(record.topic(), _ -> new HashSet<>())
                    .add(record.key()));
            throw e;
        }
    }

    private boolean publishSome(Set<OutboxRecord> sent) {
        if (!rows.tryLock(settings.sendTimeout().plus(GRACE).toMillis())) {
            return false;
        }
        List<OutboxRecord> records = rows.oldest(settings.batch());
        if (records.isEmpty()) {
            return false;
        }
        sent.addAll(records);
        sender.send(records);
        rows.delete(records);
        return records.size() == settings.batch();
    }

    /** In a transaction of its own: what is sent must have been committed, or else a revision could be given twice. */
    private void settleDoubts() {
        if (!inDoubt.isEmpty()) {
            transaction.executeWithoutResult(_ -> republications.forEach(
                    republication -> republication.addAgain(inDoubt.getOrDefault(republication.topic(), Set.of()))));
            inDoubt.clear();
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
