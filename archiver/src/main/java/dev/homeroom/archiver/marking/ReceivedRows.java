package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was released to somebody. The columns that teachers work on are not read here. */
@Component
class ReceivedRows {
    private static final String SELECT = """
            SELECT f.id, f.kind, f.room, f.released, f.released_at, f.seen_at, a.display_name AS by_name,
                   m.account IS NOT NULL AS member,
                   CASE WHEN m.account IS NULL THEN f.released ->> 'room' ELSE r.title END AS title
            FROM feedback f
            JOIN room r ON r.id = f.room
            LEFT JOIN current_member m ON m.room = f.room AND m.account = f.student
            LEFT JOIN account a ON a.id = CAST(f.released ->> 'by' AS uuid)
            WHERE f.student = :student AND f.released IS NOT NULL
            """;

    private final JdbcClient jdbc;

    ReceivedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was released last comes first. */
    List<Received> list(AccountId student, @Nullable ReceivedMark after, int limit) {
        return jdbc.sql(SELECT + """
                         AND (cast(:time AS timestamptz) IS NULL OR (f.released_at, f.id) < (:time, :id))
                        ORDER BY f.released_at DESC, f.id DESC LIMIT :limit
                        """)
                .param("student", student.value())
                .param("time", after == null ? null : Sql.time(after.releasedAt()))
                .param("id", after == null ? null : after.id())
                .param("limit", limit)
                .query(ReceivedRows::read)
                .list();
    }

    List<Received> in(RoomId room, AccountId student) {
        return jdbc.sql(SELECT + " AND f.room = :room ORDER BY f.id")
                .param("student", student.value())
                .param("room", room.value())
                .query(ReceivedRows::read)
                .list();
    }

    Optional<Received> find(AccountId student, UUID id) {
        return jdbc.sql(SELECT + " AND f.id = :id")
                .param("student", student.value())
                .param("id", id)
                .query(ReceivedRows::read)
                .optional();
    }

    /** How much somebody has that they have not seen: what was released to them, and what was answered to it. */
    int countUnseen(AccountId student) {
        return jdbc.sql("""
                        SELECT count(*) FROM feedback f
                        WHERE f.student = :student AND f.released IS NOT NULL
                          AND (f.seen_at IS NULL OR EXISTS (
                            SELECT FROM feedback_answer r
                            WHERE r.feedback = f.id AND r.seen_at IS NULL AND NOT r.from_student))
                        """)
                .param("student", student.value())
                .query(Integer.class)
                .single();
    }

    /** Notes that the student has seen these, with their answers. What is not theirs is passed over. */
    void see(AccountId student, Collection<UUID> feedback) {
        jdbc.sql("""
                        WITH mine AS (
                          SELECT id FROM feedback
                          WHERE id = ANY (:feedback) AND student = :student AND released IS NOT NULL
                        ), answers AS (
                          UPDATE feedback_answer SET seen_at = now()
                          WHERE feedback IN (SELECT id FROM mine) AND NOT from_student AND seen_at IS NULL
                        )
                        UPDATE feedback SET seen_at = now() WHERE id IN (SELECT id FROM mine) AND seen_at IS NULL
                        """)
                .param("student", student.value())
                .param("feedback", Sql.uuids(feedback))
                .update();
    }

    private static Received read(ResultSet row, int number) throws SQLException {
        return new Received(
                Sql.uuid(row, "id"),
                Kind.of(row.getString("kind")),
                Sql.uuid(row, "room"),
                row.getString("title"),
                row.getBoolean("member"),
                StoredJson.read(row.getString("released"), Released.class),
                row.getString("by_name"),
                Sql.time(row, "released_at"),
                Sql.optionalTime(row, "seen_at") != null,
                List.of());
    }
}
