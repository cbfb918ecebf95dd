package dev.homeroom.archiver.marking;

import static java.util.stream.Collectors.groupingBy;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.archiver.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of answers. */
@Component
class AnswerRows {
    private static final String SELECT = """
            SELECT r.*, a.display_name AS author_name
            FROM feedback_answer r LEFT JOIN account a ON a.id = r.author
            """;

    private final JdbcClient jdbc;

    AnswerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The answers of each, the oldest first. */
    Map<UUID, List<Answer>> of(Collection<UUID> feedback) {
        return jdbc
                .sql(SELECT + " WHERE r.feedback = ANY (?) ORDER BY r.id")
                .param(Sql.uuids(feedback))
                .query(AnswerRows::read)
                .list()
                .stream()
                .collect(groupingBy(Answer::feedback));
    }

    /**
     * Whoever else answers it, withdraws or deletes it waits until the transaction ends.
     *
     * @return whether it is still released
     */
    boolean lock(UUID feedback) {
        return jdbc.sql("SELECT id FROM feedback WHERE id = ? AND released IS NOT NULL FOR NO KEY UPDATE")
                .param(feedback)
                .query(Sql::firstId)
                .optional()
                .isPresent();
    }

    int count(UUID feedback) {
        return jdbc.sql("SELECT count(*) FROM feedback_answer WHERE feedback = ?")
                .param(feedback)
                .query(Integer.class)
                .single();
    }

    Answer insert(UUID feedback, UUID author, boolean fromStudent, String text) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("INSERT INTO feedback_answer (id, feedback, author, from_student, text) VALUES (?, ?, ?, ?, ?)")
                .params(id, feedback, author, fromStudent, text)
                .update();
        return jdbc.sql(SELECT + " WHERE r.id = ?")
                .param(id)
                .query(AnswerRows::read)
                .single();
    }

    private static Answer read(ResultSet row, int number) throws SQLException {
        return new Answer(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "feedback"),
                FeedbackRows.person(row),
                row.getBoolean("from_student"),
                row.getString("text"),
                Sql.time(row, "written_at"),
                Sql.optionalTime(row, "seen_at") != null);
    }
}
