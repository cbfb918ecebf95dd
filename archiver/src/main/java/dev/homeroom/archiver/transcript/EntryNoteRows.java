package dev.homeroom.archiver.transcript;

import static java.util.stream.Collectors.toMap;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.transcript.EntryNotes.ConcernNote;
import dev.homeroom.contract.RoomId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what stands beside the messages of a page. */
@Component
class EntryNoteRows {
    private final JdbcClient jdbc;

    EntryNoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param concernsFor who is told of concerns, of all but their own messages; null for nobody */
    EntryNotes of(RoomId room, List<Entry> entries, @Nullable UUID concernsFor) {
        List<UUID> messages = entries.stream()
                .filter(entry -> entry.kind() == EntryKind.MESSAGE)
                .map(Entry::id)
                .toList();
        if (messages.isEmpty()) {
            return new EntryNotes(Map.of(), Map.of());
        }
        return new EntryNotes(
                concernsFor == null ? Map.of() : concerns(room, messages, concernsFor), comments(room, messages));
    }

    private Map<UUID, ConcernNote> concerns(RoomId room, List<UUID> messages, UUID reader) {
        return jdbc
                .sql("""
                        SELECT c.message, c.id, c.state, c.reported,
                               ARRAY(SELECT w.word FROM concern_word w WHERE w.concern = c.id ORDER BY w.word) AS words
                        FROM concern c
                        WHERE c.room = :room AND c.message = ANY (:messages) AND c.account <> :reader
                        """)
                .param("room", room.value())
                .param("messages", Sql.uuids(messages))
                .param("reader", reader)
                .query((row, _) -> Map.entry(Sql.uuid(row, "message"), concern(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ConcernNote concern(ResultSet row) throws SQLException {
        Array words = row.getArray("words");
        return new ConcernNote(
                Sql.uuid(row, "id"), row.getString("state"), row.getBoolean("reported"), List.of((String[])
                        words.getArray()));
    }

    private Map<UUID, Integer> comments(RoomId room, List<UUID> messages) {
        return jdbc
                .sql("""
                        SELECT message, count(*) AS comments FROM feedback_message
                        WHERE room = :room AND message = ANY (:messages) GROUP BY message
                        """)
                .param("room", room.value())
                .param("messages", Sql.uuids(messages))
                .query((row, _) -> Map.entry(Sql.uuid(row, "message"), row.getInt("comments")))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
