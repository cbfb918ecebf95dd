package dev.homeroom.archiver.search;

import dev.homeroom.archiver.ingest.Generations;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.words.TermQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds messages by their words, the newest first. Where much is found, the newest messages of all hold a page of it, and those
 * are read first; where little is, the index of words finds it, going back in ever longer steps. So few are looked at, however
 * many there are.
 */
@Component
class SearchRows {
    private static final int NEWEST = 10_000;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration TERM = Duration.ofDays(70);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Generations generations;

    SearchRows(JdbcClient jdbc, TransactionTemplate transaction, Generations generations) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.generations = generations;
    }

    List<Hit> find(Question question, int limit) {
        Instant end = question.end(lastMessage(question.rooms()));
        List<Hit> hits = amongNewest(question, end, limit);
        return hits.size() == limit
                ? hits
                : Objects.requireNonNull(transaction.execute(_ -> byIndex(question, end, limit)));
    }

    private Instant lastMessage(Collection<UUID> rooms) {
        return jdbc.sql("SELECT max(last_message_at) AS last FROM room_activity WHERE room = ANY (?)")
                .param(Sql.uuids(rooms))
                .query((row, _) -> Optional.ofNullable(Sql.optionalTime(row, "last")))
                .single()
                .orElse(Instant.EPOCH);
    }

    private List<Hit> amongNewest(Question question, Instant end, int limit) {
        return read(question, question.terms(), end, limit, """
                SELECT * FROM entry WHERE kind = 0 AND sent_at <= :end ORDER BY sent_at DESC, id DESC LIMIT %d
                """.formatted(NEWEST));
    }

    /**
     * Postgres has no idea how seldom words come together, and would now and then rather read all that was ever written; so it
     * sees nothing but the words, and is kept from that.
     */
    private List<Hit> byIndex(Question question, Instant end, int limit) {
        jdbc.sql("SET LOCAL enable_seqscan = off").update();
        List<Hit> hits = List.of();
        for (TermQuery terms : List.of(
                question.terms().sent(end.minus(WEEK), end),
                question.terms().sent(end.minus(TERM), end),
                question.terms())) {
            hits = read(
                    question, terms, end, limit, "SELECT * FROM entry WHERE terms @@ cast(:terms AS tsquery) OFFSET 0");
            if (hits.size() == limit) {
                break;
            }
        }
        return hits;
    }

    /** @param messages those that are looked at */
    private List<Hit> read(Question question, TermQuery terms, Instant end, int limit, String messages) {
        return jdbc.sql("""
                        SELECT e.*, r.title, coalesce(a.display_name, g.name, '?') AS name
                        FROM (
                          SELECT * FROM (%s) seen WHERE terms @@ cast(:terms AS tsquery) AND %s
                          ORDER BY sent_at DESC, id DESC LIMIT :limit
                        ) e
                        JOIN room r ON r.id = e.room
                        LEFT JOIN account a ON a.id = e.account
                        LEFT JOIN guest g ON g.id = e.account
                        ORDER BY e.sent_at DESC, e.id DESC
                        """.formatted(messages, question.conditions()))
                .params(question.params())
                .param("terms", terms.text())
                .param("end", Sql.time(end))
                .param("limit", limit)
                .query(this::read)
                .list();
    }

    private Hit read(ResultSet row, int number) throws SQLException {
        return new Hit(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "room"),
                row.getString("title"),
                Sql.uuid(row, "account"),
                row.getString("name"),
                row.getString("text"),
                Sql.optionalTime(row, "removed_at") != null,
                Sql.time(row, "sent_at"),
                generations.cursorOf(row));
    }
}
