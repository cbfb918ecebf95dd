package dev.homeroom.archiver.export;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of exports. What a run changes it changes only while the export is its own: another one may have taken over, or
 * somebody has deleted it.
 */
@Component
class ExportRows {
    private static final String SECONDS = "interval '1 second'";

    private final JdbcClient jdbc;
    private final ExportSettings settings;
    private final JsonMapper json;

    ExportRows(JdbcClient jdbc, ExportSettings settings, JsonMapper json) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.json = json;
    }

    UUID insert(Order order, ExportRequest request) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        INSERT INTO export (id, account, request, rooms, title, expires_at)
                        VALUES (:id, :account, :request::jsonb, :rooms, :title, now() + :keep * %s)
                        """.formatted(SECONDS))
                .param("id", id)
                .param("account", order.caller().id().value())
                .param("request", json.writeValueAsString(request))
                .param(
                        "rooms",
                        Sql.uuids(order.roomIds().stream().map(RoomId::value).toList()))
                .param("title", order.title())
                .param("keep", settings.keep().toSeconds())
                .update();
        return id;
    }

    /** Two orders of one person come one after the other. */
    void lockOrders(AccountId account) {
        jdbc.sql("SELECT id FROM account WHERE id = ? FOR NO KEY UPDATE")
                .param(account.value())
                .query(Sql::firstId)
                .single();
    }

    /** The newest first. */
    List<ExportJob> list(AccountId account) {
        return jdbc.sql("SELECT * FROM export WHERE account = ? AND expires_at > now() ORDER BY id DESC")
                .param(account.value())
                .query(this::read)
                .list();
    }

    Optional<ExportJob> find(AccountId account, UUID id) {
        return jdbc.sql("SELECT * FROM export WHERE id = ? AND account = ? AND expires_at > now()")
                .params(id, account.value())
                .query(this::read)
                .optional();
    }

    void delete(UUID id) {
        jdbc.sql("DELETE FROM export WHERE id = ?").param(id).update();
    }

    /**
     * Ends those that are finished and of one of the rooms, and has those that are being written begun anew. The files themselves
     * are deleted afterwards, since that may take its time.
     */
    void forget(List<UUID> rooms) {
        jdbc.sql("UPDATE export SET expires_at = now() WHERE state = 'done' AND rooms && :rooms")
                .param("rooms", Sql.uuids(rooms))
                .update();
        jdbc.sql("""
                        UPDATE export SET state = 'waiting', run = NULL, lease_until = NULL, attempts = attempts - 1
                        WHERE state = 'running' AND rooms && :rooms
                        """).param("rooms", Sql.uuids(rooms)).update();
    }

    void deleteExpired() {
        jdbc.sql("DELETE FROM export WHERE expires_at <= now()").update();
    }

    /** Those that have been begun too often: they may be what ends archivers. */
    void giveUp() {
        jdbc.sql("""
                        WITH gone AS (
                          UPDATE export SET state = 'failed', problem = 'given-up', size = 0, finished_at = now()
                          WHERE (state = 'waiting' OR state = 'running' AND lease_until <= now()) AND attempts >= ?
                          RETURNING id)
                        DELETE FROM export_part USING gone WHERE export = gone.id
                        """).param(settings.attempts()).update();
    }

    /**
     * The one that has waited longest of those that have been begun least, also one whose archiver gives no sign of life: a new
     * run of it begins.
     */
    Optional<ExportJob> claim() {
        return jdbc.sql("""
                        UPDATE export SET state = 'running', run = :run, done = 0, total = NULL, size = 0,
                          attempts = attempts + 1, lease_until = now() + :lease * %s
                        WHERE id = (
                          SELECT id FROM export
                          WHERE state IN ('waiting', 'running') AND (lease_until IS NULL OR lease_until <= now())
                            AND attempts < :attempts
                          ORDER BY attempts, created_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """.formatted(SECONDS))
                .param("run", UUID.randomUUID())
                .param("attempts", settings.attempts())
                .param("lease", seconds(settings.lease()))
                .query(this::read)
                .optional();
    }

    /** What earlier runs have left. */
    void deletePartsOfOthers(ExportJob job) {
        jdbc.sql("DELETE FROM export_part WHERE export = ? AND run <> ?")
                .params(job.id(), runOf(job))
                .update();
    }

    /** @return false where it is not this run's any more, as with the following */
    boolean begin(ExportJob job, Order order, long total) {
        return jdbc.sql("UPDATE export SET total = :total, rooms = :rooms WHERE id = :id AND run = :run")
                        .param("total", total)
                        .param(
                                "rooms",
                                Sql.uuids(order.roomIds().stream()
                                        .map(RoomId::value)
                                        .toList()))
                        .param("id", job.id())
                        .param("run", runOf(job))
                        .update()
                == 1;
    }

    boolean renew(ExportJob job, long done) {
        return jdbc.sql("""
                                UPDATE export SET done = :done, lease_until = now() + :lease * %s
                                WHERE id = :id AND run = :run AND state = 'running'
                                """.formatted(SECONDS))
                        .param("done", done)
                        .param("lease", seconds(settings.lease()))
                        .param("id", job.id())
                        .param("run", runOf(job))
                        .update()
                == 1;
    }

    /** @param size of the file with this part */
    boolean addPart(ExportJob job, int number, byte[] bytes, long size) {
        return jdbc.sql("""
                                WITH own AS (
                                  UPDATE export SET size = :size WHERE id = :id AND run = :run AND state = 'running'
                                  RETURNING id, run)
                                INSERT INTO export_part (export, run, number, bytes)
                                SELECT id, run, :number, :bytes FROM own
                                """)
                        .param("size", size)
                        .param("number", number)
                        .param("bytes", bytes)
                        .param("id", job.id())
                        .param("run", runOf(job))
                        .update()
                == 1;
    }

    /** Of all exports of everybody, those too that are being written. */
    long sizeOfAll() {
        return jdbc.sql("SELECT coalesce(sum(size), 0) FROM export")
                .query(Long.class)
                .single();
    }

    Optional<byte[]> part(ExportJob job, int number) {
        return jdbc.sql("SELECT bytes FROM export_part WHERE export = ? AND run = ? AND number = ?")
                .params(job.id(), runOf(job), number)
                .query((row, _) -> row.getBytes("bytes"))
                .optional();
    }

    boolean finish(ExportJob job, String fileName, long entries, long size) {
        return jdbc.sql("""
                                UPDATE export SET state = 'done', file_name = :name, done = :done, total = :done, size = :size,
                                  finished_at = now(), expires_at = now() + :keep * %s
                                WHERE id = :id AND run = :run AND state = 'running'
                                """.formatted(SECONDS))
                        .param("name", fileName)
                        .param("done", entries)
                        .param("size", size)
                        .param("keep", settings.keep().toSeconds())
                        .param("id", job.id())
                        .param("run", runOf(job))
                        .update()
                == 1;
    }

    void fail(ExportJob job, String problem) {
        jdbc.sql("""
                        UPDATE export SET state = 'failed', problem = ?, size = 0, finished_at = now()
                        WHERE id = ? AND run = ? AND state = 'running'
                        """).params(problem, job.id(), runOf(job)).update();
        deleteParts(job);
    }

    /** For a later attempt, by whoever is free then. The pause doubles with each one, and meanwhile the others have their turn. */
    void postpone(ExportJob job) {
        jdbc.sql("""
                        UPDATE export SET state = 'waiting', run = NULL, size = 0,
                          lease_until = now() + :pause * power(2, attempts - 1) * %s
                        WHERE id = :id AND run = :run AND state = 'running'
                        """.formatted(SECONDS))
                .param("pause", seconds(settings.retryPause()))
                .param("id", job.id())
                .param("run", runOf(job))
                .update();
        deleteParts(job);
    }

    private void deleteParts(ExportJob job) {
        jdbc.sql("DELETE FROM export_part WHERE export = ? AND run = ?")
                .params(job.id(), runOf(job))
                .update();
    }

    /** For another archiver, at once: this one stops. It does not count as an attempt. */
    void putBack(ExportJob job) {
        jdbc.sql("""
                        UPDATE export SET state = 'waiting', run = NULL, lease_until = NULL, attempts = attempts - 1
                        WHERE id = ? AND run = ? AND state = 'running'
                        """).params(job.id(), runOf(job)).update();
    }

    private ExportJob read(ResultSet row, int number) throws SQLException {
        return new ExportJob(
                Sql.uuid(row, "id"),
                new AccountId(Sql.uuid(row, "account")),
                json.readValue(row.getString("request"), ExportRequest.class),
                Stream.of((UUID[]) row.getArray("rooms").getArray())
                        .map(RoomId::new)
                        .toList(),
                row.getString("title"),
                ExportState.of(row.getString("state")),
                row.getLong("done"),
                row.getObject("total", Long.class),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("problem"),
                Sql.time(row, "created_at"),
                Sql.optionalTime(row, "finished_at"),
                Sql.time(row, "expires_at"),
                optionalId(row));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static UUID runOf(ExportJob job) {
        return Objects.requireNonNull(job.run());
    }

    private static @Nullable UUID optionalId(ResultSet row) throws SQLException {
        return row.getObject("run", UUID.class);
    }
}
