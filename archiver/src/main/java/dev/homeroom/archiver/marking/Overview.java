package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.marking.Feedback.State;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** How far the marking of a room is: its students by name, and those who were and have feedback. */
@Component
class Overview {
    private static final TypeReference<Map<UUID, UUID>> SCORES = new TypeReference<>() {};
    private static final char BETWEEN = '\n';

    private final JdbcClient jdbc;
    private final Rubrics rubrics;

    Overview(JdbcClient jdbc, Rubrics rubrics) {
        this.jdbc = jdbc;
        this.rubrics = rubrics;
    }

    /**
     * How far the marking of one student is.
     *
     * @param member whether they are in the room now
     * @param comments all of them
     * @param unreleased comments and grades of which the student does not see the newest
     * @param newAnswers of the student, that no teacher has seen
     */
    record Line(
            UUID id,
            String name,
            boolean member,
            int comments,
            int unreleased,
            int newAnswers,
            @Nullable GradeLine grade) {}

    /**
     * A grade in short.
     *
     * @param scored how many of the rubric's criteria
     */
    record GradeLine(State state, int scored, BigDecimal points) {}

    Page<Line> page(RoomId room, @Nullable String after, int limit) {
        Rubric rubric = rubrics.of(room);
        String mark = PageMark.decode(after);
        List<Line> found = jdbc.sql("""
                        SELECT s.*, c.comments, c.unreleased, c.new_answers,
                               g.version, g.scores, g.released_version, g.id AS grade
                        FROM (
                          SELECT a.id, a.display_name, m.account IS NOT NULL AS member
                          FROM account a
                          LEFT JOIN current_member m ON m.room = :room AND m.account = a.id AND m.role = 'student'
                          WHERE a.id IN (SELECT account FROM current_member WHERE room = :room AND role = 'student'
                                         UNION SELECT student FROM feedback WHERE room = :room)
                            AND (cast(:id AS uuid) IS NULL OR (a.display_name, a.id) > (:name, :id))
                          ORDER BY a.display_name, a.id LIMIT :limit
                        ) s
                        LEFT JOIN feedback g ON g.room = :room AND g.student = s.id AND g.kind = 'grade'
                        CROSS JOIN LATERAL (
                          SELECT count(*) FILTER (WHERE f.kind = 'comment') AS comments,
                                 count(*) FILTER (WHERE f.released_version IS DISTINCT FROM f.version) AS unreleased,
                                 coalesce(sum((SELECT count(*) FROM feedback_answer r
                                               WHERE r.feedback = f.id AND r.from_student AND r.seen_at IS NULL)), 0)
                                   AS new_answers
                          FROM feedback f WHERE f.room = :room AND f.student = s.id
                        ) c
                        ORDER BY s.display_name, s.id
                        """)
                .param("room", room.value())
                .param("name", mark == null ? null : name(mark))
                .param("id", mark == null ? null : id(mark))
                .param("limit", limit + 1)
                .query((row, _) -> line(row, rubric))
                .list();
        return Page.of(found, limit, line -> line.name() + BETWEEN + line.id());
    }

    private static Line line(ResultSet row, Rubric rubric) throws SQLException {
        return new Line(
                Sql.uuid(row, "id"),
                row.getString("display_name"),
                row.getBoolean("member"),
                row.getInt("comments"),
                row.getInt("unreleased"),
                row.getInt("new_answers"),
                row.getObject("grade") == null ? null : grade(row, rubric));
    }

    private static GradeLine grade(ResultSet row, Rubric rubric) throws SQLException {
        List<Rubric.Score> scores = rubric.scores(StoredJson.read(row.getString("scores"), SCORES));
        long released = row.getLong("released_version");
        State state = row.wasNull() ? State.DRAFT : released == row.getLong("version") ? State.RELEASED : State.CHANGED;
        BigDecimal points = scores.stream().map(Rubric.Score::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new GradeLine(state, scores.size(), points);
    }

    private static String name(String mark) {
        return mark.substring(0, Math.max(0, mark.lastIndexOf(BETWEEN)));
    }

    private static UUID id(String mark) {
        try {
            return UUID.fromString(mark.substring(mark.lastIndexOf(BETWEEN) + 1));
        } catch (IllegalArgumentException _) {
            throw ProblemException.invalid("after", "is not the next of an earlier page");
        }
    }
}
