package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.sql.Sql;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** How far each partition of each generation has been stored: the one truth, which Kafka's offsets follow. */
@Component
class ProgressRows {
    private final JdbcClient jdbc;

    ProgressRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next offsets of these partitions, which nobody else can move until the transaction ends. Locked in the order of
     * partitions, so that two archivers cannot block each other.
     */
    Map<Integer, Long> lock(Generation generation, Collection<Integer> partitions) {
        SqlArrayValue wanted = new SqlArrayValue("int4", partitions.toArray());
        jdbc.sql("""
                        INSERT INTO ingest_progress (generation, partition, next_offset)
                        SELECT ?, p, 0 FROM unnest(?) AS p ORDER BY p ON CONFLICT DO NOTHING
                        """).params(generation.number(), wanted).update();
        Map<Integer, Long> next = new HashMap<>();
        jdbc.sql("""
                        SELECT partition, next_offset FROM ingest_progress
                        WHERE generation = ? AND partition = ANY (?) ORDER BY partition FOR UPDATE
                        """).params(generation.number(), wanted).query(row -> {
            next.put(row.getInt("partition"), row.getLong("next_offset"));
        });
        return next;
    }

    void update(Generation generation, Map<Integer, Long> next) {
        jdbc.sql("""
                        UPDATE ingest_progress AS p SET next_offset = n.next_offset
                        FROM unnest(?, ?) AS n(partition, next_offset)
                        WHERE p.generation = ? AND p.partition = n.partition
                        """)
                .params(
                        new SqlArrayValue("int4", next.keySet().toArray()),
                        new SqlArrayValue("int8", next.values().toArray()),
                        generation.number())
                .update();
    }

    OptionalLong next(Generation generation, int partition) {
        return jdbc
                .sql("SELECT next_offset FROM ingest_progress WHERE generation = ? AND partition = ?")
                .params(generation.number(), partition)
                .query(Long.class)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    /** A partition of a topic that {@code chat.messages} is or was. */
    record Place(UUID topicId, int partition) {}

    /** The next offsets of all partitions of all generations. */
    Map<Place, Long> everywhere() {
        Map<Place, Long> next = new HashMap<>();
        jdbc.sql("""
                        SELECT topic_id, partition, next_offset FROM ingest_progress
                        JOIN topic_generation USING (generation)
                        """).query(row -> {
            next.put(new Place(Sql.uuid(row, "topic_id"), row.getInt("partition")), row.getLong("next_offset"));
        });
        return next;
    }

    Map<Integer, Long> all(Generation generation) {
        Map<Integer, Long> next = new HashMap<>();
        jdbc.sql("SELECT partition, next_offset FROM ingest_progress WHERE generation = ?")
                .param(generation.number())
                .query(row -> {
                    next.put(row.getInt("partition"), row.getLong("next_offset"));
                });
        return next;
    }
}
