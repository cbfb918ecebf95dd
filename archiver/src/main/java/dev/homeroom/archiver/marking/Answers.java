package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.marking.Feedback.Person;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What students and teachers say to feedback that was released. */
@Component
class Answers {
    private final AnswerRows rows;
    private final MyFeedback mine;
    private final Rooms rooms;
    private final JdbcClient jdbc;
    private final MarkingSettings settings;

    Answers(AnswerRows rows, MyFeedback mine, Rooms rooms, JdbcClient jdbc, MarkingSettings settings) {
        this.rows = rows;
        this.mine = mine;
        this.rooms = rooms;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** What became of an answer. */
    sealed interface Result {
        record Done(Answer answer) implements Result {}

        /** There is none, it is not released, or it is not for whoever asks. */
        record NotFound() implements Result {}

        /** The student has left the room. */
        record FormerStudent() implements Result {}

        record TooMany(int limit) implements Result {}
    }

    @Transactional
    public Result answer(Caller caller, UUID feedback, String text) {
        Optional<Received> received = mine.find(caller, feedback);
        if (received.isEmpty() && !teaches(caller, feedback)) {
            return new Result.NotFound();
        }
        if (received.isPresent() && !received.get().member()) {
            return new Result.FormerStudent();
        }
        // One after the other, so that what they count is still so when they write.
        if (!rows.lock(feedback)) {
            return new Result.NotFound();
        }
        if (rows.count(feedback) >= settings.maxAnswers()) {
            return new Result.TooMany(settings.maxAnswers());
        }
        return new Result.Done(rows.insert(feedback, caller.id().value(), received.isPresent(), text));
    }

    /** Whether it was released, and in a room that they teach, or as an admin. */
    private boolean teaches(Caller caller, UUID feedback) {
        return jdbc.sql("SELECT room FROM feedback WHERE id = ? AND released IS NOT NULL")
                .param(feedback)
                .query(Sql::firstId)
                .optional()
                .flatMap(room -> rooms.access(caller, new RoomId(room)))
                .filter(room -> room.access().mayManage())
                .isPresent();
    }

    /** How many answers of students somebody has not seen in the rooms that they teach. */
    int countUnseen(Caller teacher) {
        return jdbc.sql("""
                        SELECT count(*) FROM current_member m
                        JOIN feedback f ON f.room = m.room AND f.released IS NOT NULL
                        JOIN feedback_answer r ON r.feedback = f.id AND r.seen_at IS NULL AND r.from_student
                        WHERE m.account = ? AND m.role <> 'student'
                        """).param(teacher.id().value()).query(Integer.class).single();
    }

    /**
     * Answers that nobody has seen.
     *
     * @param student whose they are
     */
    record Unseen(UUID room, String title, Person student, int answers) {}

    /** Whose answers somebody has not seen, in the rooms that they teach; those who answered last come first. */
    List<Unseen> unseen(Caller teacher, int limit) {
        return jdbc.sql("""
                        SELECT f.room, r.title, f.student, a.display_name, count(*) AS answers
                        FROM current_member m
                        JOIN feedback f ON f.room = m.room AND f.released IS NOT NULL
                        JOIN feedback_answer w ON w.feedback = f.id AND w.seen_at IS NULL AND w.from_student
                        JOIN room r ON r.id = f.room
                        JOIN account a ON a.id = f.student
                        WHERE m.account = ? AND m.role <> 'student'
                        GROUP BY f.room, r.title, f.student, a.display_name
                        ORDER BY max(w.written_at) DESC LIMIT ?
                        """)
                .params(teacher.id().value(), limit)
                .query((row, _) -> new Unseen(
                        Sql.uuid(row, "room"),
                        row.getString("title"),
                        new Person(Sql.uuid(row, "student"), row.getString("display_name")),
                        row.getInt("answers")))
                .list();
    }

    /** Notes that a teacher has seen what students answered to these; those of rooms that they do not teach are passed over. */
    void see(Caller teacher, Collection<UUID> feedback) {
        jdbc.sql("""
                        UPDATE feedback_answer r SET seen_at = now()
                        FROM feedback f JOIN current_member m ON m.room = f.room
                        WHERE f.id = ANY (?) AND r.feedback = f.id AND r.from_student AND r.seen_at IS NULL
                          AND m.account = ? AND m.role <> 'student'
                        """).params(Sql.uuids(feedback), teacher.id().value()).update();
    }
}
