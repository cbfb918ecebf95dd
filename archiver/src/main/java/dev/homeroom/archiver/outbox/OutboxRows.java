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

    List<OutboxRecord> oldest(int limit) {
        return jdbc.sql("SELECT seq, topic, record_key, value FROM outbox ORDER BY seq LIMIT ?")
                .param(limit)
                .query((row, _) -> new OutboxRecord(
                        row.getLong("seq"), row.getString("topic"), row.getString("record_key"), row.getBytes("value")))
                .list();
    }

    void delete(List<OutboxRecord> records) {
        Object[] seqs = records.stream().map(OutboxRecord::seq).toArray();
        jdbc.sql("DELETE FROM outbox WHERE seq = ANY (?)")
                .param(new SqlArrayValue("bigint", seqs))
                .update();
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
