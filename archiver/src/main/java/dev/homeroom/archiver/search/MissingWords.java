package dev.homeroom.archiver.search;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.start.BackgroundThread;
import dev.homeroom.archiver.start.Worker;
import dev.homeroom.archiver.words.TermVector;
import dev.homeroom.archiver.words.WordCount;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Finds and counts the words of messages that an archiver of an earlier version has stored, perhaps one that still runs: the newest
 * first, some at a time. Several archivers share the work.
 */
@Component
class MissingWords implements Worker {
    private static final int AT_A_TIME = 1_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final BackgroundThread thread = new BackgroundThread("archiver-missing-words");

    MissingWords(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    private record Message(UUID id, UUID room, UUID account, OffsetDateTime sentAt, String text) {
        String terms() {
            return TermVector.of(room, account, sentAt.toInstant(), text);
        }

        int words() {
            return WordCount.of(text);
        }
    }

    @Override
    public void start() {
        thread.repeat(BETWEEN_LOOKS, "Words of earlier messages could not be found", this::findAll);
    }

    @Override
    public List<BackgroundThread> threads() {
        return List.of(thread);
    }

    /** Until there are none, or it is interrupted. */
    void findAll() {
        boolean more = true;
        while (more && !Thread.currentThread().isInterrupted()) {
            more = findSome();
        }
    }

    /** @return whether there may be more */
    private boolean findSome() {
        return Boolean.TRUE.equals(transaction.execute(_ -> findAtMost(AT_A_TIME) > 0));
    }

    private int findAtMost(int count) {
        List<Message> messages = jdbc.sql("""
                        SELECT id, room, account, sent_at, text FROM entry
                        WHERE kind = 0 AND (terms IS NULL OR word_count IS NULL)
                        ORDER BY sent_at DESC, id DESC LIMIT ?
                        FOR UPDATE SKIP LOCKED
                        """)
                .param(count)
                .query((row, _) -> new Message(
                        Sql.uuid(row, "id"),
                        Sql.uuid(row, "room"),
                        Sql.uuid(row, "account"),
                        row.getObject("sent_at", OffsetDateTime.class),
                        row.getString("text")))
                .list();
        return messages.isEmpty() ? 0 : keep(messages);
    }

    private int keep(List<Message> messages) {
        return jdbc.sql("""
                        UPDATE entry e SET terms = n.terms::tsvector, word_count = n.words
                        FROM unnest(:ids, :rooms, :times, :terms, :words) AS n(id, room, sent_at, terms, words)
                        WHERE e.id = n.id AND e.room = n.room AND e.sent_at = n.sent_at
                        """)
                .param("ids", array("uuid", messages, Message::id))
                .param("rooms", array("uuid", messages, Message::room))
                .param("times", array("timestamptz", messages, Message::sentAt))
                .param("terms", array("text", messages, Message::terms))
                .param("words", array("int4", messages, Message::words))
                .update();
    }

    private static <T> SqlArrayValue array(String type, List<Message> messages, Function<Message, T> value) {
        return new SqlArrayValue(type, messages.stream().map(value).toArray());
    }
}
