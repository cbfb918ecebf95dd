package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.words.TermQuery;
import dev.homeroom.archiver.words.Wanted;
import dev.homeroom.contract.RoomId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statement that reads one page of a room's entries. Whatever is asked for, it goes along an index and ends when the page
 * is full; partitions from before the room's first entry are passed over.
 */
final class EntryQuery {
    private static final String COLUMNS =
            "id, kind, account, sent_at, generation, log_partition, log_offset, text, removed_at, removed_by";

    private static final String BY_ACCOUNTS = " AND account = ANY (:accounts)";
    private static final String OF_CONCERN =
            " AND id IN (SELECT c.message FROM concern c WHERE c.room = :room AND c.account <> :reader)";
    private static final String IS_CONCERN =
            " AND EXISTS (SELECT FROM concern c WHERE c.room = :room AND c.message = id AND c.account <> :reader)";
    private static final String UNMARKED = """
             AND kind = 0 AND EXISTS (SELECT FROM account s WHERE s.id = account AND s.role = 'student')
             AND NOT EXISTS (SELECT FROM feedback_message f WHERE f.room = :room AND f.message = id)
            """;

    private final Map<String, Object> params = new HashMap<>();
    private final String order;
    private final String inSpan;
    private final String inTime;
    private final String filtered;
    private String statement = "";

    private EntryQuery(RoomId room, EntryFilter filter, Span span, int limit) {
        params.put("room", room.value());
        params.put("limit", limit);
        order = (span.upwards() ? "ORDER BY generation, log_offset" : "ORDER BY generation DESC, log_offset DESC");
        inSpan = "room = :room AND sent_at >= (SELECT first_sent_at FROM room_activity WHERE room = :room)"
                + condition(span);
        inTime = times(filter);
        filtered = inTime + conditions(room.value(), filter);
        if (filter.accounts() != null) {
            params.put("accounts", Sql.uuids(filter.accounts()));
        }
    }

    /** In the order of the log. */
    static EntryQuery along(RoomId room, EntryFilter filter, Span span, int limit) {
        EntryQuery query = new EntryQuery(room, filter, span, limit);
        return query.reading("SELECT %s FROM entry WHERE %s%s".formatted(COLUMNS, query.inSpan, query.filtered));
    }

    /** Of each person as many as are wanted, and of those the first. */
    static EntryQuery by(RoomId room, EntryFilter filter, Span span, int limit) {
        EntryQuery query = new EntryQuery(room, filter, span, limit);
        return query.reading("""
            SELECT own.* FROM unnest(:accounts) AS author CROSS JOIN LATERAL (
              SELECT %s FROM entry WHERE account = author AND %s%s %s LIMIT :limit) own
            """.formatted(COLUMNS, query.inSpan, query.filtered, query.order));
    }

    /** Those among the {@code nearest} entries of the span that pass the filter. */
    static EntryQuery among(int nearest, RoomId room, EntryFilter filter, Span span, int limit) {
        EntryQuery query = new EntryQuery(room, filter, span, limit);
        query.params.put("nearest", nearest);
        return query.reading("""
            SELECT %s FROM (SELECT * FROM entry WHERE %s %s LIMIT :nearest) near WHERE true%s%s
            """.formatted(COLUMNS, query.inSpan, query.order, query.filtered, byAccounts(filter)));
    }

    /**
     * All that pass the filter, whatever it asks for, of a span that is short: each of its entries is looked at, so that a whole
     * transcript is read once, however many statements it takes.
     */
    static EntryQuery stretch(RoomId room, EntryFilter filter, Span span) {
        EntryQuery query = new EntryQuery(room, filter, span, Integer.MAX_VALUE);
        query.paramsOfReader(filter);
        return query.reading("""
            SELECT %s FROM (SELECT * FROM entry WHERE %s%s %s OFFSET 0) next WHERE true%s%s%s
            """.formatted(
                        COLUMNS,
                        query.inSpan,
                        query.inTime,
                        query.order,
                        query.filtered,
                        byAccounts(filter),
                        filter.concernsFor() == null ? "" : IS_CONCERN));
    }

    /** Where the last of the next {@code limit} entries stands that are of the filter's time; nothing where there are fewer. */
    static EntryQuery reach(RoomId room, EntryFilter filter, Span span, int limit) {
        EntryQuery query = new EntryQuery(room, filter, span, limit);
        query.statement = "SELECT generation, log_offset FROM entry WHERE %s%s %s OFFSET :limit - 1 LIMIT 1"
                .formatted(query.inSpan, query.inTime, query.order);
        return query;
    }

    /** All that have the words, put in order. */
    static EntryQuery found(RoomId room, EntryFilter filter, Span span, int limit) {
        EntryQuery query = new EntryQuery(room, filter, span, limit);
        return query.reading("""
            SELECT %s FROM (SELECT * FROM entry WHERE terms @@ cast(:terms AS tsquery) OFFSET 0) found WHERE %s%s%s
            """.formatted(COLUMNS, query.inSpan, query.filtered, byAccounts(filter)));
    }

    /** All that somebody was asked to look at, which are few, put in order. */
    static EntryQuery ofConcern(RoomId room, EntryFilter filter, Span span, int limit) {
        EntryQuery query = new EntryQuery(room, filter, span, limit);
        query.paramsOfReader(filter);
        return query.reading("""
            SELECT %s FROM (
              SELECT e.* FROM concern c JOIN entry e ON e.id = c.message AND e.room = c.room AND e.sent_at = c.sent_at
              WHERE c.room = :room AND c.account <> :reader OFFSET 0) raised
            WHERE %s%s%s
            """.formatted(COLUMNS, query.inSpan, query.filtered, byAccounts(filter)));
    }

    /** How many there are, in any order. */
    static EntryQuery count(RoomId room, EntryFilter filter) {
        EntryQuery query = new EntryQuery(room, filter, new Span.Newest(), 0);
        query.statement = "SELECT count(*) FROM entry WHERE %s%s%s%s"
                .formatted(
                        query.inSpan,
                        query.filtered,
                        byAccounts(filter),
                        filter.concernsFor() == null ? "" : OF_CONCERN);
        query.paramsOfReader(filter);
        return query;
    }

    private EntryQuery reading(String entries) {
        statement = """
            SELECT e.*, coalesce(a.display_name, g.name, '?') AS name, coalesce(r.display_name, '?') AS remover
            FROM (%s %s LIMIT :limit) e
            LEFT JOIN account a ON a.id = e.account
            LEFT JOIN guest g ON g.id = e.account
            LEFT JOIN account r ON r.id = e.removed_by
            ORDER BY e.generation, e.log_offset
            """.formatted(entries, order);
        return this;
    }

    String statement() {
        return statement;
    }

    Map<String, Object> params() {
        return params;
    }

    private String condition(Span span) {
        return switch (span) {
            case Span.Newest _ -> "";
            case Span.Through(LogPlace place) -> compare("<=", place);
            case Span.Before(LogPlace place) -> compare("<", place);
            case Span.After(LogPlace place) -> compare(">", place);
            case Span.From(LogPlace place) -> compare(">=", place);
            case Span.Between(LogPlace place, LogPlace last) -> {
                params.put("lastGeneration", last.generation());
                params.put("lastOffset", last.offset());
                yield compare(">", place) + " AND (generation, log_offset) <= (:lastGeneration, :lastOffset)";
            }
        };
    }

    private String compare(String operator, LogPlace place) {
        params.put("generation", place.generation());
        params.put("offset", place.offset());
        return " AND (generation, log_offset) " + operator + " (:generation, :offset)";
    }

    private void paramsOfReader(EntryFilter filter) {
        if (filter.concernsFor() != null) {
            params.put("reader", filter.concernsFor());
        }
    }

    private static String byAccounts(EntryFilter filter) {
        return filter.accounts() == null ? "" : BY_ACCOUNTS;
    }

    private String times(EntryFilter filter) {
        StringBuilder conditions = new StringBuilder();
        if (filter.from() != null) {
            params.put("from", Sql.time(filter.from()));
            conditions.append(" AND sent_at >= :from");
        }
        if (filter.to() != null) {
            params.put("to", Sql.time(filter.to()));
            conditions.append(" AND sent_at < :to");
        }
        return conditions.toString();
    }

    private String conditions(UUID room, EntryFilter filter) {
        StringBuilder conditions = new StringBuilder();
        if (filter.kind() != null) {
            conditions.append(" AND kind = ").append(filter.kind().code()); // as it is, so that a partial index fits
        }
        if (filter.words() != null) {
            params.put("terms", terms(room, filter.words(), filter.accounts()).text());
            conditions.append(" AND kind = 0 AND terms @@ cast(:terms AS tsquery)");
        }
        if (filter.unmarked()) {
            conditions.append(UNMARKED);
        }
        return conditions.toString();
    }

    private static TermQuery terms(UUID room, Wanted words, @Nullable Set<UUID> accounts) {
        TermQuery terms = TermQuery.of(words).in(List.of(room));
        return accounts == null ? terms : terms.by(accounts);
    }
}
