package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.ingest.Generations;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.transcript.Entry.Removal;
import dev.homeroom.archiver.transcript.EntryViews.AuthorView;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads entries. */
@Component
class Entries {
    /**
     * Who searches for a common word, or for what a busy group wrote, finds a page of it among so many; what is rarer, the indexes
     * find at once.
     */
    private static final int NEAREST = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Generations generations;

    Entries(JdbcClient jdbc, TransactionTemplate transaction, Generations generations) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.generations = generations;
    }

    /** In the order of the log, whichever end was filled from. */
    List<Entry> page(RoomId room, EntryFilter filter, Span span, int limit) {
        Set<UUID> accounts = filter.accounts();
        if (accounts != null && accounts.isEmpty()) {
            return List.of();
        }
        if (filter.concernsFor() != null) {
            return run(EntryQuery.ofConcern(room, filter, span, limit));
        }
        if (filter.words() != null || ofSeveral(filter)) {
            List<Entry> near = run(EntryQuery.among(NEAREST, room, filter, span, limit));
            return near.size() == limit ? near : run(afar(room, filter, span, limit));
        }
        return run(
                accounts == null
                        ? EntryQuery.along(room, filter, span, limit)
                        : EntryQuery.by(room, filter, span, limit));
    }

    private static EntryQuery afar(RoomId room, EntryFilter filter, Span span, int limit) {
        return filter.words() == null
                ? EntryQuery.by(room, filter, span, limit)
                : EntryQuery.found(room, filter, span, limit);
    }

    private static boolean ofSeveral(EntryFilter filter) {
        return filter.accounts() != null && filter.accounts().size() > 1;
    }

    /**
     * The next part of a whole reading.
     *
     * @param entries that pass the filter
     * @param reached up to where all that pass are in it; empty at the end of the room
     */
    record Stretch(List<Entry> entries, Optional<LogPlace> reached) {}

    /**
     * In the order of the log. What the indexes find with one statement is read so at the beginning; whatever fills more pages than
     * that is met along the way, and each entry of the room is looked at once.
     */
    Stretch next(RoomId room, EntryFilter filter, Optional<LogPlace> after, int limit) {
        Span span = new Span.After(after.orElse(new LogPlace(0, -1)));
        if (after.isPresent() && isScattered(filter)) {
            Optional<LogPlace> reach = run(EntryQuery.reach(room, filter, span, limit), Entries::place).stream()
                    .findFirst();
            Span stretch =
                    reach.<Span>map(last -> new Span.Between(after.get(), last)).orElse(span);
            return new Stretch(run(EntryQuery.stretch(room, filter, stretch)), reach);
        }
        List<Entry> found = page(room, filter, span, limit);
        return new Stretch(
                found,
                found.size() < limit
                        ? Optional.empty()
                        : Optional.of(found.getLast().place()));
    }

    /** Whether finding a page takes more than reading it. */
    private static boolean isScattered(EntryFilter filter) {
        return filter.words() != null || filter.concernsFor() != null || filter.unmarked() || ofSeveral(filter);
    }

    private List<Entry> run(EntryQuery query) {
        return run(query, this::read);
    }

    /**
     * Of a row that is compared with a place Postgres judges the first column alone, takes the answer for small, and would read
     * and sort a whole transcript to show a page; so it is kept from sorting where the index has the order.
     */
    private <T> List<T> run(EntryQuery query, RowMapper<T> row) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.sql("SET LOCAL enable_sort = off").update();
            return jdbc.sql(query.statement()).params(query.params()).query(row).list();
        }));
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        Instant removedAt = Sql.optionalTime(row, "removed_at");
        return new Entry(
                Sql.uuid(row, "id"),
                EntryKind.ofCode(row.getShort("kind")),
                Sql.uuid(row, "account"),
                row.getString("name"),
                row.getString("text"),
                removedAt == null ? null : new Removal(removedAt, row.getString("remover")),
                Sql.time(row, "sent_at"),
                new LogPlace(row.getInt("generation"), row.getLong("log_offset")),
                generations.cursorOf(row));
    }

    /** Where a message stands; empty where the room has no such message. */
    Optional<LogPlace> place(RoomId room, MessageId message) {
        return jdbc.sql("SELECT generation, log_offset FROM entry WHERE id = ? AND room = ? AND kind = 0")
                .params(message.value(), room.value())
                .query(Entries::place)
                .optional();
    }

    /** Where the first entry of that time or later stands; empty where there is none. */
    Optional<LogPlace> place(RoomId room, Instant time) {
        return jdbc.sql("""
                        SELECT generation, log_offset FROM entry WHERE room = ? AND sent_at >= ? ORDER BY sent_at LIMIT 1
                        """)
                .params(room.value(), Sql.time(time))
                .query(Entries::place)
                .optional();
    }

    private static LogPlace place(ResultSet row, int number) throws SQLException {
        return new LogPlace(row.getInt("generation"), row.getLong("log_offset"));
    }

    /** How many entries of the room pass the filter; without one nothing has to be read for it. */
    long count(RoomId room, EntryFilter filter) {
        if (filter.equals(EntryFilter.ALL)) {
            return count(room);
        }
        EntryQuery query = EntryQuery.count(room, filter);
        return jdbc.sql(query.statement())
                .params(query.params())
                .query(Long.class)
                .single();
    }

    /** Those of these rooms in which somebody wrote or came in. */
    List<RoomId> roomsOf(Collection<UUID> rooms, UUID account) {
        return jdbc.sql("""
                        SELECT room FROM unnest(:rooms) AS wanted (room)
                        WHERE EXISTS (SELECT FROM entry e WHERE e.room = wanted.room AND e.account = :account)
                        ORDER BY room
                        """)
                .param("rooms", Sql.uuids(rooms))
                .param("account", account)
                .query((row, _) -> new RoomId(Sql.uuid(row, "room")))
                .list();
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
        return jdbc.sql(EntryAuthors.WITH + """
                        SELECT e.account, coalesce(a.display_name, g.name, '?') AS name, m.account IS NOT NULL AS member,
                               CASE WHEN a.id IS NULL THEN 'guest' WHEN a.role = 'student' THEN a.role ELSE 'teacher' END
                                 AS role
                        FROM author e
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
}
