package dev.homeroom.archiver.concern;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.concern.Concern.Decision;
import dev.homeroom.archiver.concern.Concern.Report;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of concerns and of what was decided. */
@Component
class ConcernRows {
    /** How many of a room are open. */
    record OpenCount(UUID room, int open) {}

    private final JdbcClient jdbc;

    ConcernRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Concern> list(Caller caller, ConcernQuery query, int limit) {
        return complete(jdbc.sql("""
                        SELECT c.*, r.title, e.text, e.removed_at, coalesce(a.display_name, g.name, '?') AS name
                        FROM (SELECT * FROM concern c WHERE %s ORDER BY %s LIMIT :limit) c
                        JOIN room r ON r.id = c.room
                        LEFT JOIN entry e ON e.id = c.message AND e.room = c.room AND e.sent_at = c.sent_at
                        LEFT JOIN account a ON a.id = c.account
                        LEFT JOIN guest g ON g.id = c.account
                        ORDER BY c.%s
                        """.formatted(
                                query.conditions(), query.order(), query.order().replace(", ", ", c.")))
                .params(query.params(caller))
                .param("limit", limit)
                .query(ConcernRows::read)
                .list());
    }

    /** How many are open in each room that has any. */
    List<OpenCount> countOpen(Caller caller) {
        return jdbc.sql("SELECT c.room, count(*) AS open FROM concern c WHERE c.state = 'open' AND "
                        + ConcernQuery.VISIBLE + " GROUP BY c.room ORDER BY c.room")
                .params(ConcernQuery.asking(caller))
                .query((row, _) -> new OpenCount(Sql.uuid(row, "room"), row.getInt("open")))
                .list();
    }

    Optional<Concern> find(Caller caller, UUID id) {
        return complete(jdbc.sql("""
                        SELECT c.*, r.title, e.text, e.removed_at, coalesce(a.display_name, g.name, '?') AS name
                        FROM concern c
                        JOIN room r ON r.id = c.room
                        LEFT JOIN entry e ON e.id = c.message AND e.room = c.room AND e.sent_at = c.sent_at
                        LEFT JOIN account a ON a.id = c.account
                        LEFT JOIN guest g ON g.id = c.account
                        WHERE c.id = :concern AND %s
                        """.formatted(ConcernQuery.VISIBLE))
                        .params(ConcernQuery.asking(caller))
                        .param("concern", id)
                        .query(ConcernRows::read)
                        .list())
                .stream()
                .findFirst();
    }

    /**
     * Locks a concern until the transaction ends.
     *
     * @return how many decisions there have been; empty if it does not exist for the caller
     */
    OptionalInt lock(Caller caller, UUID id) {
        return jdbc
                .sql("SELECT c.decisions FROM concern c WHERE c.id = :concern AND " + ConcernQuery.VISIBLE
                        + " FOR NO KEY UPDATE OF c")
                .params(ConcernQuery.asking(caller))
                .param("concern", id)
                .query(Integer.class)
                .list()
                .stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    /** The concern is locked. */
    void decide(UUID concern, int number, Outcome outcome, @Nullable String note, AccountId by) {
        jdbc.sql("""
                        INSERT INTO concern_decision (concern, number, outcome, note, decided_by)
                        VALUES (:concern, :number, :outcome, :note, :by)
                        """)
                .param("concern", concern)
                .param("number", number)
                .param("outcome", outcome.text())
                .param("note", note)
                .param("by", by.value())
                .update();
        jdbc.sql("UPDATE concern SET state = ?, decisions = ? WHERE id = ?")
                .params(outcome.state().text(), number, concern)
                .update();
    }

    private List<Concern> complete(List<Concern> bare) {
        List<UUID> ids = bare.stream().map(Concern::id).toList();
        if (ids.isEmpty()) {
            return bare;
        }
        Map<UUID, List<Report>> reports = reports(ids);
        Map<UUID, List<String>> words = words(ids);
        Map<UUID, List<Decision>> decisions = decisions(ids);
        return bare.stream()
                .map(concern -> with(
                        concern,
                        reports.getOrDefault(concern.id(), List.of()),
                        words.getOrDefault(concern.id(), List.of()),
                        decisions.getOrDefault(concern.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Report>> reports(Collection<UUID> concerns) {
        return byConcern(
                concerns,
                """
                SELECT d.concern, d.account, a.display_name, d.reason, d.note, d.reported_at
                FROM concern_report d JOIN account a ON a.id = d.account
                WHERE d.concern = ANY (?) ORDER BY d.reported_at, d.account
                """,
                (row, _) -> new Report(
                        Sql.uuid(row, "account"),
                        row.getString("display_name"),
                        Reason.of(row.getString("reason")),
                        row.getString("note"),
                        Sql.time(row, "reported_at")));
    }

    private Map<UUID, List<String>> words(Collection<UUID> concerns) {
        return byConcern(
                concerns,
                "SELECT concern, word FROM concern_word WHERE concern = ANY (?) ORDER BY word",
                (row, _) -> row.getString("word"));
    }

    private Map<UUID, List<Decision>> decisions(Collection<UUID> concerns) {
        return byConcern(
                concerns,
                """
                SELECT d.concern, d.number, d.outcome, d.note, d.decided_by, a.display_name, d.decided_at
                FROM concern_decision d JOIN account a ON a.id = d.decided_by
                WHERE d.concern = ANY (?) ORDER BY d.number
                """,
                (row, _) -> new Decision(
                        row.getInt("number"),
                        Outcome.of(row.getString("outcome")),
                        row.getString("note"),
                        Sql.uuid(row, "decided_by"),
                        row.getString("display_name"),
                        Sql.time(row, "decided_at")));
    }

    private <T> Map<UUID, List<T>> byConcern(Collection<UUID> concerns, String statement, RowMapper<T> mapper) {
        record Of<T>(UUID concern, T item) {}
        return jdbc
                .sql(statement)
                .param(Sql.uuids(concerns))
                .query((row, number) -> new Of<>(Sql.uuid(row, "concern"), mapper.mapRow(row, number)))
                .list()
                .stream()
                .collect(groupingBy(Of::concern, mapping(Of::item, toList())));
    }

    private static Concern with(Concern bare, List<Report> reports, List<String> words, List<Decision> decisions) {
        return new Concern(
                bare.id(),
                bare.room(),
                bare.roomTitle(),
                bare.message(),
                bare.author(),
                bare.authorName(),
                bare.text(),
                bare.removed(),
                bare.sentAt(),
                bare.raisedAt(),
                bare.state(),
                reports,
                words,
                decisions);
    }

    private static Concern read(ResultSet row, int number) throws SQLException {
        return new Concern(
                Sql.uuid(row, "id"),
                new RoomId(Sql.uuid(row, "room")),
                row.getString("title"),
                new MessageId(Sql.uuid(row, "message")),
                new AccountId(Sql.uuid(row, "account")),
                row.getString("name"),
                row.getString("text"),
                Sql.optionalTime(row, "removed_at") != null,
                Sql.time(row, "sent_at"),
                Sql.time(row, "raised_at"),
                ConcernState.of(row.getString("state")),
                List.of(),
                List.of(),
                List.of());
    }
}
