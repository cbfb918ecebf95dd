package dev.homeroom.archiver.search;

import dev.homeroom.archiver.ingest.Generation;
import dev.homeroom.archiver.ingest.Generations;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.words.Wanted;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds messages by their words, the newest first. Where a word is rare its index says where it stands; where it is common the
 * newest messages are read until enough have it. Which of the two, Postgres knows best.
 */
@Component
class SearchRows {
    private final JdbcClient jdbc;
    private final Generations generations;

    SearchRows(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /**
     * What is asked for.
     *
     * @param rooms in these rooms
     * @param account by this person; null for anybody
     * @param from sent at this time or later
     * @param to sent before this time
     * @param after what comes after the end of an earlier page
     */
    record Question(
            Wanted wanted,
            Collection<UUID> rooms,
            @Nullable UUID account,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable SearchMark after) {}

    List<Hit> find(Question question, int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("query", question.wanted().query());
        params.put("rooms", Sql.uuids(question.rooms()));
        params.put("limit", limit);
        return jdbc.sql("""
                        SELECT e.*, r.title, coalesce(a.display_name, g.name, '?') AS name
                        FROM (
                          SELECT id, room, account, text, sent_at, generation, log_partition, log_offset,
                                 removed_at IS NOT NULL AS removed
                          FROM entry
                          WHERE kind = 0 AND terms @@ cast(:query AS tsquery) AND room = ANY (:rooms) %s
                          ORDER BY sent_at DESC, id DESC
                          LIMIT :limit
                        ) e
                        JOIN room r ON r.id = e.room
                        LEFT JOIN account a ON a.id = e.account
                        LEFT JOIN guest g ON g.id = e.account
                        ORDER BY e.sent_at DESC, e.id DESC
                        """.formatted(conditions(question, params)))
                .params(params)
                .query(this::read)
                .list();
    }

    private static String conditions(Question question, Map<String, Object> params) {
        StringBuilder conditions = new StringBuilder();
        if (question.account() != null) {
            params.put("account", question.account());
            conditions.append(" AND account = :account");
        }
        if (question.from() != null) {
            params.put("from", Sql.time(question.from()));
            conditions.append(" AND sent_at >= :from");
        }
        if (question.to() != null) {
            params.put("to", Sql.time(question.to()));
            conditions.append(" AND sent_at < :to");
        }
        if (question.after() != null) {
            params.put("sentAt", Sql.time(question.after().sentAt()));
            params.put("id", question.after().id());
            conditions.append(" AND (sent_at, id) < (:sentAt, :id)");
        }
        return conditions.toString();
    }

    private Hit read(ResultSet row, int number) throws SQLException {
        Generation generation = generations.get(row.getInt("generation"));
        Position position = new Position(generation.topicId(), row.getInt("log_partition"), row.getLong("log_offset"));
        return new Hit(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "room"),
                row.getString("title"),
                Sql.uuid(row, "account"),
                row.getString("name"),
                row.getString("text"),
                row.getBoolean("removed"),
                Sql.time(row, "sent_at"),
                new Cursor(position));
    }
}
