package dev.homeroom.archiver.participation;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts entries, each time anew: nothing is kept that could come to differ from the transcript. */
@Component
class TallyRows {
    private static final int AT_A_TIME = 1_000;

    /**
     * By how much earlier than the span it is looked for the message that the first one replies to. The order is that of the
     * log, of which the times may differ by what clocks do.
     */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final ParticipationSettings settings;

    TallyRows(JdbcClient jdbc, ParticipationSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * In no order; within a transaction. Postgres takes the groups for many and would sort all messages twice, on disk; so it is
     * kept from it, as the index has the order of the log.
     */
    void read(RoomId room, Scope scope, Consumer<Tally> each) {
        jdbc.sql("SET LOCAL enable_sort = off").update();
        jdbc.sql("""
                        SELECT account, date_trunc(:step, sent_at, :zone) AS at, count(*) AS messages,
                               coalesce(sum(word_count), 0) AS words, count(*) - count(word_count) AS uncounted,
                               count(*) FILTER (
                                 WHERE account <> account_before AND sent_at - sent_before <= :within * interval '1 second')
                                 AS replies,
                               min(sent_at) AS first_at, max(sent_at) AS last_at
                        FROM (
                          SELECT account, sent_at, word_count,
                                 lag(account) OVER log AS account_before, lag(sent_at) OVER log AS sent_before
                          FROM entry
                          WHERE room = :room AND kind = 0 AND removed_at IS NULL AND sent_at >= %s%s
                          WINDOW log AS (ORDER BY generation, log_offset)
                        ) said
                        WHERE true%s
                        GROUP BY 1, 2
                        """.formatted(
                                scope.from() == null
                                        ? "(SELECT first_sent_at FROM room_activity WHERE room = :room)"
                                        : ":earlier",
                                scope.to() == null ? "" : " AND sent_at < :to",
                                (scope.from() == null ? "" : " AND sent_at >= :from")
                                        + (scope.people() == null ? "" : " AND account = ANY (:people)")))
                .params(params(room, scope))
                .param("step", scope.step().text())
                .param("zone", scope.zone().getId())
                .param("within", settings.replyWithin().toSeconds())
                .withFetchSize(AT_A_TIME)
                .query(row -> {
                    each.accept(tally(row));
                });
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                Sql.uuid(row, "account"),
                Sql.time(row, "at"),
                row.getInt("messages"),
                row.getLong("words"),
                row.getInt("replies"),
                row.getInt("uncounted"),
                Sql.time(row, "first_at"),
                Sql.time(row, "last_at"));
    }

    /** How many messages of each person were removed. */
    Map<UUID, Integer> removed(RoomId room, Scope scope) {
        Map<UUID, Integer> removed = new HashMap<>();
        jdbc.sql("""
                        SELECT account, count(*) AS messages FROM entry
                        WHERE room = :room AND kind = 0 AND removed_at IS NOT NULL%s%s%s
                        GROUP BY account
                        """.formatted(
                                scope.from() == null ? "" : " AND sent_at >= :from",
                                scope.to() == null ? "" : " AND sent_at < :to",
                                scope.people() == null ? "" : " AND account = ANY (:people)"))
                .params(params(room, scope))
                .query(row -> {
                    removed.put(Sql.uuid(row, "account"), row.getInt("messages"));
                });
        return removed;
    }

    private Map<String, Object> params(RoomId room, Scope scope) {
        Map<String, Object> params = new HashMap<>();
        params.put("room", room.value());
        if (scope.from() != null) {
            params.put("from", Sql.time(scope.from()));
            params.put(
                    "earlier",
                    Sql.time(scope.from().minus(settings.replyWithin()).minus(CLOCKS_DIFFER)));
        }
        if (scope.to() != null) {
            params.put("to", Sql.time(scope.to()));
        }
        if (scope.people() != null) {
            params.put("people", Sql.uuids(scope.people()));
        }
        return params;
    }
}
