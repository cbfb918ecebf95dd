package dev.homeroom.archiver.outbox;

import dev.homeroom.archiver.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** The tables behind the outbox. Methods that write run in the caller's transaction. */
@Component
class OutboxRows {
    private static final long PUBLISHER_LOCK = 0x686f6d65726f6f6dL;

    private final JdbcClient jdbc;

    OutboxRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether this transaction is now the one publisher of the installation, until it ends. A publisher that hangs,
     * frozen perhaps, loses its connection and with it the lock after {@code patienceMillis}.
     */
    boolean tryLock(long patienceMillis) {
        jdbc.sql("SELECT set_config('idle_in_transaction_session_timeout', ?, true)")
                .param(Long.toString(patienceMillis))
                .query(String.class)
                .single();
        return jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(PUBLISHER_LOCK)
                .query(Boolean.class)
                .single();
    }

    /** The oldest rows, at least one where there are any, until they reach {@code bytes}. */
    List<OutboxRecord> oldest(int limit, long bytes) {
        return jdbc.sql("""
                        SELECT seq, topic, record_key, value FROM (
                          SELECT *, sum(length(value)) OVER (ORDER BY seq) - length(value) AS before
                          FROM (SELECT * FROM outbox ORDER BY seq LIMIT ?) AS oldest
                        ) AS summed WHERE before < ? ORDER BY seq
                        """)
                .params(limit, bytes)
                .query((row, _) -> new OutboxRecord(
                        row.getLong("seq"), row.getString("topic"), row.getString("record_key"), row.getBytes("value")))
                .list();
    }

    void delete(List<OutboxRecord> records) {
        jdbc.sql("DELETE FROM outbox WHERE seq = ANY (?)").param(seqs(records)).update();
    }

    void setAside(List<OutboxRecord> records) {
        jdbc.sql("""
                        INSERT INTO outbox_aside (seq, topic, record_key, value)
                        SELECT seq, topic, record_key, value FROM outbox WHERE seq = ANY (?)
                        """).param(seqs(records)).update();
    }

    /** What was set aside is of no interest any more once a newer record with its key is on Kafka. */
    void forgetSetAside(List<OutboxRecord> sent) {
        jdbc.sql("""
                        DELETE FROM outbox_aside AS a USING unnest(?, ?, ?) AS sent(seq, topic, record_key)
                        WHERE a.topic = sent.topic AND a.record_key = sent.record_key AND a.seq < sent.seq
                        """)
                .params(
                        seqs(sent),
                        new SqlArrayValue(
                                "text", sent.stream().map(OutboxRecord::topic).toArray()),
                        new SqlArrayValue(
                                "text", sent.stream().map(OutboxRecord::key).toArray()))
                .update();
    }

    long setAside() {
        return jdbc.sql("SELECT count(*) FROM outbox_aside").query(Long.class).single();
    }

    private static SqlArrayValue seqs(List<OutboxRecord> records) {
        return new SqlArrayValue(
                "bigint", records.stream().map(OutboxRecord::seq).toArray());
    }

    Optional<UUID> publishedTopic(String topic) {
        return jdbc.sql("SELECT topic_id FROM published_topic WHERE topic = ?")
                .param(topic)
                .query((row, _) -> Sql.uuid(row, "topic_id"))
                .optional();
    }

    void markPublished(String topic, UUID topicId) {
        jdbc.sql("""
                        INSERT INTO published_topic (topic, topic_id) VALUES (?, ?)
                        ON CONFLICT (topic) DO UPDATE SET topic_id = excluded.topic_id
                        """).params(topic, topicId).update();
    }

    boolean isEmpty() {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM outbox)")
                .query(Boolean.class)
                .single();
    }
}
