package dev.homeroom.archiver.concern;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.SchoolId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of flagged words. */
@Component
class FlaggedWordRows {
    private static final String SELECT = """
            SELECT w.id, w.text, w.added_at, w.look_back_from IS NOT NULL AS looking_back, a.display_name
            FROM flagged_word w JOIN account a ON a.id = w.added_by
            WHERE w.school = ?
            """;

    private final JdbcClient jdbc;

    FlaggedWordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<FlaggedWord> list(SchoolId school) {
        return jdbc.sql(SELECT + " ORDER BY w.text, w.id")
                .param(school.value())
                .query(FlaggedWordRows::read)
                .list();
    }

    FlaggedWord get(SchoolId school, UUID id) {
        return jdbc.sql(SELECT + " AND w.id = ?")
                .params(school.value(), id)
                .query(FlaggedWordRows::read)
                .single();
    }

    /** Until the transaction ends nobody else adds one. */
    int lockAndCount(SchoolId school) {
        jdbc.sql("SELECT id FROM school WHERE id = ? FOR NO KEY UPDATE")
                .param(school.value())
                .query(Sql::firstId)
                .single();
        return jdbc.sql("SELECT count(*) FROM flagged_word WHERE school = ?")
                .param(school.value())
                .query(Integer.class)
                .single();
    }

    /** @return the new one's id; empty if the school has one with the same terms */
    Optional<UUID> insert(Caller by, String text, String terms, @Nullable Instant lookBackFrom) {
        return jdbc.sql("""
                        INSERT INTO flagged_word (id, school, text, terms, added_by, look_back_from)
                        VALUES (:id, :school, :text, :terms, :by, :from) ON CONFLICT (school, terms) DO NOTHING
                        RETURNING id
                        """)
                .param("id", UUID.randomUUID())
                .param("school", by.school().value())
                .param("text", text)
                .param("terms", terms)
                .param("by", by.id().value())
                .param("from", lookBackFrom == null ? null : Sql.time(lookBackFrom))
                .query(Sql::firstId)
                .optional();
    }

    boolean delete(SchoolId school, UUID id) {
        return jdbc.sql("DELETE FROM flagged_word WHERE school = ? AND id = ?")
                        .params(school.value(), id)
                        .update()
                == 1;
    }

    /** The words that these schools flag. */
    Map<UUID, List<String>> of(Collection<UUID> schools) {
        record Of(UUID school, String text) {}
        return jdbc
                .sql("SELECT school, text FROM flagged_word WHERE school = ANY (?)")
                .param(Sql.uuids(schools))
                .query((row, _) -> new Of(Sql.uuid(row, "school"), row.getString("text")))
                .list()
                .stream()
                .collect(groupingBy(Of::school, mapping(Of::text, toList())));
    }

    /** A word for which earlier messages are still to be looked through. */
    record LookBack(UUID id, UUID school, String text, Instant from) {}

    /** One that nobody else is at, until the transaction ends. */
    Optional<LookBack> lockLookBack() {
        return jdbc.sql("""
                        SELECT id, school, text, look_back_from FROM flagged_word WHERE look_back_from IS NOT NULL
                        ORDER BY added_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .query((row, _) -> new LookBack(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "school"),
                        row.getString("text"),
                        Sql.time(row, "look_back_from")))
                .optional();
    }

    void lookedBack(UUID id) {
        jdbc.sql("UPDATE flagged_word SET look_back_from = NULL WHERE id = ?")
                .param(id)
                .update();
    }

    private static FlaggedWord read(ResultSet row, int number) throws SQLException {
        return new FlaggedWord(
                Sql.uuid(row, "id"),
                row.getString("text"),
                row.getString("display_name"),
                Sql.time(row, "added_at"),
                row.getBoolean("looking_back"));
    }
}
