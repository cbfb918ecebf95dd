package dev.homeroom.archiver.marking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.marking.Feedback.Release;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** How far the marking of a room is: its students by name, and those who were and have feedback. */
@Component
class Overview {
    private static final TypeReference<Map<UUID, UUID>> SCORES = new TypeReference<>() {};
    private static final TypeReference<List<Version>> VERSIONS = new TypeReference<>() {};
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
     * @param unreleased comments and grades of which the student does not see the newest, in the versions that they have
     * @param newAnswers of the student, that no teacher has seen
     */
    record Line(
            UUID id,
            String name,
            boolean member,
            int comments,
            List<Version> unreleased,
            int newAnswers,
            @Nullable GradeLine grade) {}

    /** A comment or a grade in the version that somebody has seen. */
    record Version(UUID id, long version) {}

    /**
     * A grade in short.
     *
     * @param scored how many of the rubric's criteria
     * @param points by the rubric as it is now
     * @param releasedPoints what the student sees; null while they see nothing
     */
    record GradeLine(
            State state,
            int scored,
            BigDecimal points,
            @JsonProperty("released_points") @Nullable BigDecimal releasedPoints) {}

    Page<Line> page(RoomId room, @Nullable String after, int limit) {
        Rubric rubric = rubrics.of(room);
        String mark = PageMark.decode(after);
        List<Line> found = jdbc.sql("""
                        SELECT s.*, c.comments, c.drafts, c.new_answers,
                               g.id AS grade, g.version, g.scores,
                               g.released, g.released_version, g.released_at, g.seen_at
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
                                 jsonb_agg(jsonb_build_object('id', f.id, 'version', f.version) ORDER BY f.id)
                                   FILTER (WHERE f.released_version IS DISTINCT FROM f.version) AS drafts,
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
        GradeLine grade = row.getObject("grade") == null ? null : grade(row, rubric);
        return new Line(
                Sql.uuid(row, "id"),
                row.getString("display_name"),
                row.getBoolean("member"),
                row.getInt("comments"),
                unreleased(row, grade),
                row.getInt("new_answers"),
                grade);
    }

    private static List<Version> unreleased(ResultSet row, @Nullable GradeLine grade) throws SQLException {
        String drafts = row.getString("drafts");
        List<Version> those = drafts == null ? List.of() : StoredJson.read(drafts, VERSIONS);
        if (grade == null || grade.state() != State.CHANGED) {
            return those;
        }
        // Changed by its rubric alone, it has the version that was released.
        Version graded = new Version(Sql.uuid(row, "grade"), row.getLong("version"));
        return Stream.concat(those.stream(), Stream.of(graded)).distinct().toList();
    }

    private static GradeLine grade(ResultSet row, Rubric rubric) throws SQLException {
        List<Rubric.Score> scores = rubric.scores(StoredJson.read(row.getString("scores"), SCORES));
        Release release = FeedbackRows.release(row);
        State state = State.of(row.getLong("version"), scores, release);
        BigDecimal points = scores.stream().map(Rubric.Score::points).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal seen = release == null ? null : release.content().points();
        return new GradeLine(state, scores.size(), points, seen);
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
