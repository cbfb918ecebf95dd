package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds messages by their ids. One that was just sent may not be archived yet, so it can be waited for a little. */
@Component
public class ArchivedMessages {
    private static final long BETWEEN_LOOKS_MILLIS = 50;

    private final JdbcClient jdbc;
    private final TranscriptSettings settings;

    ArchivedMessages(JdbcClient jdbc, TranscriptSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A message of a room. */
    public record ArchivedMessage(MessageId id, RoomId room, AccountId author, Instant sentAt, boolean removed) {}

    /** Empty where the room has no such message. */
    public Optional<ArchivedMessage> find(RoomId room, MessageId message) {
        return jdbc.sql("""
                        SELECT account, sent_at, removed_at IS NOT NULL AS removed FROM entry
                        WHERE id = ? AND room = ? AND kind = 0
                        """)
                .params(message.value(), room.value())
                .query((row, _) -> new ArchivedMessage(
                        message,
                        room,
                        new AccountId(Sql.uuid(row, "account")),
                        Sql.time(row, "sent_at"),
                        row.getBoolean("removed")))
                .optional();
    }

    /** The same, but waits for it. */
    public Optional<ArchivedMessage> await(RoomId room, MessageId message) {
        long end = System.nanoTime() + settings.longestWait().toNanos();
        Optional<ArchivedMessage> found = find(room, message);
        while (found.isEmpty() && System.nanoTime() < end && slept()) {
            found = find(room, message);
        }
        return found;
    }

    private static boolean slept() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
