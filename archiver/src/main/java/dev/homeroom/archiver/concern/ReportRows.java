package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.transcript.ArchivedMessages.ArchivedMessage;
import dev.homeroom.contract.AccountId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of what people reported. */
@Component
class ReportRows {
    private final JdbcClient jdbc;

    ReportRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, so that nobody gets more through by reporting at the same time. */
    void lockReporter(AccountId reporter) {
        jdbc.sql("SELECT id FROM account WHERE id = ? FOR NO KEY UPDATE")
                .param(reporter.value())
                .query(Sql::firstId)
                .single();
    }

    /** When they first reported which messages, within the time before now; the newest first. */
    List<Instant> recent(AccountId reporter, Duration time) {
        return jdbc.sql("""
                        SELECT reported_at FROM concern_report WHERE account = ? AND reported_at > ?
                        ORDER BY reported_at DESC
                        """)
                .params(reporter.value(), Sql.time(Instant.now().minus(time)))
                .query((row, _) -> Sql.time(row, "reported_at"))
                .list();
    }

    boolean hasReported(AccountId reporter, ArchivedMessage message) {
        return jdbc.sql("""
                        SELECT EXISTS (
                          SELECT FROM concern c JOIN concern_report d ON d.concern = c.id
                          WHERE c.room = ? AND c.message = ? AND d.account = ?)
                        """)
                .params(message.room().value(), message.id().value(), reporter.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * Notes what somebody reports, and changes it where they have before. Somebody's first report of a message opens what had
     * been closed.
     */
    Instant report(Caller reporter, ArchivedMessage message, Reason reason, @Nullable String note) {
        UUID concern = jdbc.sql("""
                        INSERT INTO concern AS c (id, school, room, message, sent_at, account, reported)
                        VALUES (:id, :school, :room, :message, :sent, :author, true)
                        ON CONFLICT (room, message) DO UPDATE
                        SET reported = true,
                            state = CASE
                              WHEN c.state = 'closed' AND NOT EXISTS (
                                SELECT FROM concern_report d WHERE d.concern = c.id AND d.account = :reporter)
                              THEN 'open' ELSE c.state END
                        RETURNING c.id
                        """)
                .param("id", UUID.randomUUID())
                .param("school", reporter.school().value())
                .param("room", message.room().value())
                .param("message", message.id().value())
                .param("sent", Sql.time(message.sentAt()))
                .param("author", message.author().value())
                .param("reporter", reporter.id().value())
                .query(Sql::firstId)
                .single();
        return jdbc.sql("""
                        INSERT INTO concern_report (concern, account, reason, note)
                        VALUES (:concern, :reporter, :reason, :note)
                        ON CONFLICT (concern, account) DO UPDATE SET reason = excluded.reason, note = excluded.note
                        RETURNING reported_at
                        """)
                .param("concern", concern)
                .param("reporter", reporter.id().value())
                .param("reason", reason.text())
                .param("note", note)
                .query((row, _) -> Sql.time(row, "reported_at"))
                .single();
    }
}
