package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.ingest.Generation;
import dev.homeroom.archiver.ingest.Generations;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.transcript.EntryViews.AuthorView;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads entries. A page is one range of the index on room, generation and offset in each time partition; partitions from
 * before the room's first entry are passed over.
 */
@Component
class Entries {
    private final JdbcClient jdbc;
    private final Generations generations;

    Entries(JdbcClient jdbc, Generations generations) {
        this.jdbc = jdbc;
        this.generations = generations;
    }

    /** In the order of the log, whichever end was filled from. */
    List<Entry> page(RoomId room, EntryFilter filter, Span span, int limit) {
        Map<String, Object> params = new HashMap<>();
        params.put("room", room.value());
        params.put("limit", limit);
        String conditions = conditions(filter, params) + condition(span, params);
        return jdbc.sql(sql(conditions, span instanceof Span.After ? "ASC" : "DESC"))
                .params(params)
                .query(this::read)
                .list();
    }

    private static String sql(String conditions, String order) {
        return """
            SELECT e.*, coalesce(a.display_name, g.name, '?') AS name
            FROM (
              SELECT id, kind, account, sent_at, generation, log_partition, log_offset, removed_at IS NOT NULL AS removed,
                     CASE WHEN removed_at IS NULL THEN text END AS shown
              FROM entry
              WHERE room = :room
                AND sent_at >= (SELECT first_sent_at FROM room_activity WHERE room = :room)
                %1$s
              ORDER BY generation %2$s, log_offset %2$s
              LIMIT :limit
            ) e
            LEFT JOIN account a ON a.id = e.account
            LEFT JOIN guest g ON g.id = e.account
            ORDER BY e.generation, e.log_offset
            """.formatted(conditions, order);
    }

    private static String condition(Span span, Map<String, Object> params) {
        return switch (span) {
            case Span.Newest _ -> "";
            case Span.Through(LogPlace place) -> compare("<=", place, params);
            case Span.Before(LogPlace place) -> compare("<", place, params);
            case Span.After(LogPlace place) -> compare(">", place, params);
        };
    }

    private static String compare(String operator, LogPlace place, Map<String, Object> params) {
        params.put("generation", place.generation());
        params.put("offset", place.offset());
        return " AND (generation, log_offset) " + operator + " (:generation, :offset)";
    }

    private static String conditions(EntryFilter filter, Map<String, Object> params) {
        List<String> conditions = new ArrayList<>();
        add(conditions, params, "account", filter.account(), " AND account = :account");
        add(
                conditions,
                params,
                "from",
                filter.from() == null ? null : Sql.time(filter.from()),
                " AND sent_at >= :from");
        add(conditions, params, "to", filter.to() == null ? null : Sql.time(filter.to()), " AND sent_at < :to");
        add(
                conditions,
                params,
                "kind",
                filter.kind() == null ? null : filter.kind().code(),
                " AND kind = :kind");
        add(
                conditions,
                params,
                "pattern",
                filter.text() == null ? null : Sql.containing(filter.text()),
                " AND removed_at IS NULL AND text ILIKE :pattern");
        return String.join("", conditions);
    }

    private static void add(
            List<String> conditions,
            Map<String, Object> params,
            String name,
            @Nullable Object value,
            String condition) {
        if (value != null) {
            params.put(name, value);
            conditions.add(condition);
        }
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        Generation generation = generations.get(row.getInt("generation"));
        Position position = new Position(generation.topicId(), row.getInt("log_partition"), row.getLong("log_offset"));
        return new Entry(
                Sql.uuid(row, "id"),
                EntryKind.ofCode(row.getShort("kind")),
                Sql.uuid(row, "account"),
                row.getString("name"),
                row.getString("shown"),
                row.getBoolean("removed"),
                Sql.time(row, "sent_at"),
                new Cursor(position));
    }

    /** How many entries the room has. */
    long count(RoomId room) {
        return jdbc.sql("SELECT entries FROM room_activity WHERE room = ?")
                .param(room.value())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Everybody of whom the room has an entry, former members and guests too, by name. */
    List<AuthorView> authors(RoomId room) {
        return jdbc.sql("""
                        SELECT e.account, coalesce(a.display_name, g.name, '?') AS name, m.account IS NOT NULL AS member,
                               CASE WHEN a.id IS NULL THEN 'guest' WHEN a.role = 'student' THEN a.role ELSE 'teacher' END
                                 AS role
                        FROM (
                          SELECT DISTINCT account FROM entry
                          WHERE room = :room
                            AND sent_at >= (SELECT first_sent_at FROM room_activity WHERE room = :room)
                        ) e
                        LEFT JOIN account a ON a.id = e.account
                        LEFT JOIN guest g ON g.id = e.account
                        LEFT JOIN current_member m ON m.room = :room AND m.account = e.account
                        ORDER BY name, e.account
                        """)
                .param("room", room.value())
                .query((row, _) -> new AuthorView(
                        Sql.uuid(row, "account"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getBoolean("member")))
                .list();
    }

    /** Whether a message has been removed; empty where the room has no such message. */
    Optional<Boolean> isRemoved(RoomId room, MessageId message) {
        return jdbc.sql("SELECT removed_at IS NOT NULL FROM entry WHERE id = ? AND room = ? AND kind = 0")
                .params(message.value(), room.value())
                .query(Boolean.class)
                .optional();
    }
}
