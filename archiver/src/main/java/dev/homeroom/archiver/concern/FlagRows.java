package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.concern.FlaggedWordRows.LookBack;
import dev.homeroom.archiver.ingest.FreshBatches.Batch;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.words.TermQuery;
import dev.homeroom.archiver.words.Wanted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Reads the messages that may hold flagged words, and notes those that do. */
@Component
class FlagRows {
    private final JdbcClient jdbc;

    FlagRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message of a school that flags words. */
    record Message(UUID school, UUID room, UUID id, UUID account, Instant sentAt, String text) {}

    /** A flagged word in a message. */
    record Flag(Message message, String word) {}

    /** In slices of so many at most: a batch may span a great part of the log, for instance after a replay of dead letters. */
    void messages(Batch batch, int slice, Consumer<List<Message>> reader) {
        try (Stream<Message> messages = jdbc
                .sql("""
                        SELECT r.school, e.room, e.id, e.account, e.sent_at, e.text
                        FROM entry e JOIN room r ON r.id = e.room
                        WHERE e.room = ANY (:rooms) AND e.generation = :generation
                          AND e.log_offset BETWEEN :firstOffset AND :lastOffset
                          AND e.sent_at BETWEEN :firstSent AND :lastSent AND e.kind = 0
                          AND EXISTS (SELECT FROM flagged_word w WHERE w.school = r.school)
                        """)
                .param("rooms", Sql.uuids(batch.rooms()))
                .param("generation", batch.generation())
                .param("firstOffset", batch.firstOffset())
                .param("lastOffset", batch.lastOffset())
                .param("firstSent", Sql.time(batch.firstSent()))
                .param("lastSent", Sql.time(batch.lastSent()))
                .withFetchSize(slice)
                .query(FlagRows::read)
                .stream()) {
            messages.gather(Gatherers.windowFixed(slice)).forEach(reader);
        }
    }

    /** Those that have the word, the newest first, and perhaps a few others. */
    List<Message> messages(LookBack word, Wanted phrase, int limit) {
        return jdbc.sql("""
                        SELECT r.school, e.room, e.id, e.account, e.sent_at, e.text
                        FROM (SELECT * FROM entry WHERE terms @@ cast(:terms AS tsquery) AND sent_at >= :from OFFSET 0) e
                        JOIN room r ON r.id = e.room
                        WHERE e.kind = 0 AND r.school = :school
                        ORDER BY e.sent_at DESC, e.id DESC LIMIT :limit
                        """)
                .param(
                        "terms",
                        TermQuery.of(phrase).sent(word.from(), Instant.now()).text())
                .param("from", Sql.time(word.from()))
                .param("school", word.school())
                .param("limit", limit)
                .query(FlagRows::read)
                .list();
    }

    /** It does not matter how often. */
    void flag(List<Flag> flags) {
        if (flags.isEmpty()) {
            return;
        }
        List<Message> messages = flags.stream().map(Flag::message).distinct().toList();
        jdbc.sql("""
                        INSERT INTO concern AS c (id, school, room, message, sent_at, account, flagged)
                        SELECT gen_random_uuid(), school, room, message, sent_at, account, true
                        FROM unnest(:schools, :rooms, :messages, :times, :accounts)
                             AS n(school, room, message, sent_at, account)
                        ORDER BY room, message
                        ON CONFLICT (room, message) DO UPDATE SET flagged = true
                        """)
                .param("schools", array("uuid", messages, Message::school))
                .param("rooms", array("uuid", messages, Message::room))
                .param("messages", array("uuid", messages, Message::id))
                .param("times", array("timestamptz", messages, message -> Sql.time(message.sentAt())))
                .param("accounts", array("uuid", messages, Message::account))
                .update();
        jdbc.sql("""
                        INSERT INTO concern_word (concern, word)
                        SELECT c.id, n.word FROM unnest(:rooms, :messages, :words) AS n(room, message, word)
                        JOIN concern c ON c.room = n.room AND c.message = n.message
                        ORDER BY c.id, n.word
                        ON CONFLICT DO NOTHING
                        """)
                .param("rooms", array("uuid", flags, flag -> flag.message().room()))
                .param("messages", array("uuid", flags, flag -> flag.message().id()))
                .param("words", array("text", flags, Flag::word))
                .update();
    }

    private static Message read(ResultSet row, int number) throws SQLException {
        return new Message(
                Sql.uuid(row, "school"),
                Sql.uuid(row, "room"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "account"),
                Sql.time(row, "sent_at"),
                row.getString("text"));
    }

    private static <T> SqlArrayValue array(String type, List<T> items, Function<T, Object> column) {
        return new SqlArrayValue(type, items.stream().map(column).toArray());
    }
}
