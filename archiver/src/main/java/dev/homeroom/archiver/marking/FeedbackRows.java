package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.marking.Feedback.Person;
import dev.homeroom.archiver.marking.Feedback.Release;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The tables of feedback, as teachers work on it. */
@Component
class FeedbackRows {
    private static final TypeReference<Map<UUID, UUID>> SCORES = new TypeReference<>() {};
    private static final String SELECT = """
            SELECT f.*, a.display_name AS author_name,
                   ARRAY (SELECT m.message FROM feedback_message m WHERE m.feedback = f.id ORDER BY m.place) AS messages
            FROM feedback f LEFT JOIN account a ON a.id = f.author
            WHERE f.room = :room
            """;

    private final JdbcClient jdbc;

    FeedbackRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Feedback> find(RoomId room, UUID id) {
        return jdbc.sql(SELECT + " AND f.id = :id")
                .param("room", room.value())
                .param("id", id)
                .query(FeedbackRows::read)
                .optional();
    }

    /** Nobody else changes it until the transaction ends. Read after it is locked, so that all of it is of one version. */
    Optional<Feedback> lock(RoomId room, UUID id) {
        jdbc.sql("SELECT id FROM feedback WHERE room = ? AND id = ? FOR UPDATE")
                .params(room.value(), id)
                .query(Sql::firstId)
                .optional();
        return find(room, id);
    }

    Optional<Feedback> findGrade(RoomId room, UUID student) {
        return jdbc.sql(SELECT + " AND f.student = :student AND f.kind = 'grade'")
                .param("room", room.value())
                .param("student", student)
                .query(FeedbackRows::read)
                .optional();
    }

    /** All of one student, in the order in which it was begun. */
    List<Feedback> of(RoomId room, UUID student) {
        return jdbc.sql(SELECT + " AND f.student = :student ORDER BY f.id")
                .param("room", room.value())
                .param("student", student)
                .query(FeedbackRows::read)
                .list();
    }

    /** Those of the room among {@code ids}, locked as one is. */
    List<Feedback> lockAll(RoomId room, Collection<UUID> ids) {
        List<UUID> locked = jdbc.sql("""
                        SELECT id FROM feedback
                        WHERE room = :room AND id = ANY (:ids)
                        ORDER BY id FOR UPDATE
                        """)
                .param("room", room.value())
                .param("ids", Sql.uuids(ids))
                .query(Sql::firstId)
                .list();
        return jdbc.sql(SELECT + " AND f.id = ANY (:ids) ORDER BY f.id")
                .param("room", room.value())
                .param("ids", Sql.uuids(locked))
                .query(FeedbackRows::read)
                .list();
    }

    /** Whoever else would give the student a comment waits until the transaction ends. */
    void lockStudent(RoomId room, UUID student) {
        jdbc.sql("SELECT account AS id FROM room_member WHERE room = ? AND account = ? FOR NO KEY UPDATE")
                .params(room.value(), student)
                .query(Sql::firstId)
                .optional();
    }

    int countComments(RoomId room, UUID student) {
        return jdbc.sql("SELECT count(*) FROM feedback WHERE room = ? AND student = ? AND kind = 'comment'")
                .params(room.value(), student)
                .query(Integer.class)
                .single();
    }

    /** @return false if the student has a grade already, and this would be another, or if the id is taken */
    boolean insert(RoomId room, UUID id, UUID student, Kind kind, UUID author, Content content) {
        boolean inserted = jdbc.sql("""
                                INSERT INTO feedback (id, room, student, kind, author, text, tags, scores)
                                VALUES (:id, :room, :student, :kind, :author, :text, :tags, CAST(:scores AS jsonb))
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", id)
                        .param("room", room.value())
                        .param("student", student)
                        .param("kind", kind.text())
                        .param("author", author)
                        .param("text", content.text())
                        .param("tags", texts(content.tags()))
                        .param("scores", StoredJson.write(content.scores()))
                        .update()
                == 1;
        if (inserted) {
            insertMessages(room, id, content.messages());
        }
        return inserted;
    }

    /** @return whether it still had this version */
    boolean update(RoomId room, UUID id, long version, UUID author, Content content) {
        boolean updated = jdbc.sql("""
                                UPDATE feedback SET version = version + 1, author = :author, changed_at = now(),
                                  text = :text, tags = :tags, scores = CAST(:scores AS jsonb)
                                WHERE id = :id AND version = :version
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("author", author)
                        .param("text", content.text())
                        .param("tags", texts(content.tags()))
                        .param("scores", StoredJson.write(content.scores()))
                        .update()
                == 1;
        if (updated) {
            jdbc.sql("DELETE FROM feedback_message WHERE feedback = ?")
                    .param(id)
                    .update();
            insertMessages(room, id, content.messages());
        }
        return updated;
    }

    private void insertMessages(RoomId room, UUID id, List<UUID> messages) {
        jdbc.sql("""
                        INSERT INTO feedback_message (feedback, message, room, place)
                        SELECT :feedback, m.id, :room, m.place FROM unnest(:messages) WITH ORDINALITY AS m (id, place)
                        """)
                .param("feedback", id)
                .param("room", room.value())
                .param("messages", Sql.uuids(messages))
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM feedback WHERE id = ?").param(id).update();
    }

    /** Makes the student see these, whose rows must be locked. */
    void release(Map<UUID, Released> copies) {
        List<Map.Entry<UUID, Released>> those = List.copyOf(copies.entrySet());
        jdbc.sql("""
                        UPDATE feedback f
                        SET released = CAST(r.copy AS jsonb), released_version = f.version, released_at = now(), seen_at = NULL
                        FROM unnest(:ids, :copies) AS r (id, copy) WHERE f.id = r.id
                        """)
                .param("ids", Sql.uuids(those.stream().map(Map.Entry::getKey).toList()))
                .param(
                        "copies",
                        texts(those.stream()
                                .map(each -> StoredJson.write(each.getValue()))
                                .toList()))
                .update();
    }

    void withdraw(UUID id) {
        jdbc.sql("""
                        UPDATE feedback
                        SET released = NULL, released_version = NULL, released_at = NULL, seen_at = NULL WHERE id = ?
                        """).param(id).update();
    }

    private static SqlArrayValue texts(Collection<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static Feedback read(ResultSet row, int number) throws SQLException {
        return new Feedback(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "student"),
                Kind.of(row.getString("kind")),
                row.getLong("version"),
                new Content(
                        row.getString("text"),
                        list(row.getArray("tags"), String.class),
                        list(row.getArray("messages"), UUID.class),
                        StoredJson.read(row.getString("scores"), SCORES)),
                person(row),
                Sql.time(row, "changed_at"),
                release(row),
                List.of());
    }

    private static <T> List<T> list(Array array, Class<T> type) throws SQLException {
        return List.of((Object[]) array.getArray()).stream().map(type::cast).toList();
    }

    /** Who wrote it; null where the account is gone. */
    static @Nullable Person person(ResultSet row) throws SQLException {
        UUID id = row.getObject("author", UUID.class);
        return id == null ? null : new Person(id, row.getString("author_name"));
    }

    /** What the student sees; null where that is nothing. */
    static @Nullable Release release(ResultSet row) throws SQLException {
        String copy = row.getString("released");
        return copy == null
                ? null
                : new Release(
                        StoredJson.read(copy, Released.class),
                        row.getLong("released_version"),
                        Sql.time(row, "released_at"),
                        Sql.optionalTime(row, "seen_at"));
    }
}
