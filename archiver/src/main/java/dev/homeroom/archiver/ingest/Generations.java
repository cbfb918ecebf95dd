package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.kafka.TopicDirectory.Topic;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The generations that were ever seen. Any thread may ask; what is known is not looked up again. */
@Component
public class Generations {
    private final JdbcClient jdbc;
    private final Map<UUID, Generation> byTopic = new ConcurrentHashMap<>();

    Generations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The generation of a topic as the cluster describes it now; given a number at its first sight. */
    Generation of(Topic topic) {
        Generation known = byTopic.get(topic.topicId());
        return known != null && known.partitions() == topic.partitions() ? known : record(topic);
    }

    private Generation record(Topic topic) {
        jdbc.sql("""
                        INSERT INTO topic_generation (topic_id, partitions) VALUES (?, ?)
                        ON CONFLICT (topic_id) DO UPDATE SET partitions = excluded.partitions
                        """).params(topic.topicId(), topic.partitions()).update();
        byTopic.remove(topic.topicId());
        return find(topic.topicId()).orElseThrow();
    }

    public Optional<Generation> find(UUID topicId) {
        Optional<Generation> known = Optional.ofNullable(byTopic.get(topicId));
        return known.or(() -> read("topic_id = ?", topicId));
    }

    /** The generation, if there has been no other. */
    public Optional<Generation> only() {
        List<Generation> all = jdbc.sql("SELECT generation, topic_id, partitions FROM topic_generation LIMIT 2")
                .query(Generations::read)
                .list();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    public Generation get(int number) {
        return byTopic.values().stream()
                .filter(generation -> generation.number() == number)
                .findFirst()
                .or(() -> read("generation = ?", number))
                .orElseThrow();
    }

    /** Of a row of {@code entry}. */
    public Cursor cursorOf(ResultSet row) throws SQLException {
        Generation generation = get(row.getInt("generation"));
        return new Cursor(new Position(generation.topicId(), row.getInt("log_partition"), row.getLong("log_offset")));
    }

    private Optional<Generation> read(String where, Object param) {
        Optional<Generation> found = jdbc.sql(
                        "SELECT generation, topic_id, partitions FROM topic_generation WHERE " + where)
                .param(param)
                .query(Generations::read)
                .optional();
        found.ifPresent(generation -> byTopic.put(generation.topicId(), generation));
        return found;
    }

    private static Generation read(ResultSet row, int number) throws SQLException {
        return new Generation(row.getInt("generation"), Sql.uuid(row, "topic_id"), row.getInt("partitions"));
    }
}
