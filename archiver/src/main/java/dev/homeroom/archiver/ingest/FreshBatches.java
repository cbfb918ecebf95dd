package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * What has just been stored, for whoever reads it afterwards. It is noted by the transaction that stores it, so nothing is
 * missed whatever dies when; and in a line for each partition of a batch, so that storing takes hardly longer.
 */
@Component
public class FreshBatches {
    private final JdbcClient jdbc;

    FreshBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some messages of these rooms, and others between them.
     *
     * @param seq by which it is known
     * @param firstOffset of the log of {@code generation}
     * @param lastOffset included, as {@code lastSent} is
     */
    public record Batch(
            long seq,
            List<UUID> rooms,
            int generation,
            long firstOffset,
            long lastOffset,
            Instant firstSent,
            Instant lastSent) {}

    void note(Generation generation, List<Good> stored) {
        List<Good> messages = stored.stream()
                .filter(good -> good.event() instanceof MessagePosted)
                .toList();
        if (messages.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        INSERT INTO fresh_batch (rooms, generation, first_offset, last_offset, first_sent, last_sent)
                        SELECT array_agg(DISTINCT room), :generation, min(log_offset), max(log_offset),
                               timestamptz 'epoch' + min(millis) * interval '1 millisecond',
                               timestamptz 'epoch' + max(millis) * interval '1 millisecond'
                        FROM unnest(:rooms, :partitions, :offsets, :millis) AS n(room, log_partition, log_offset, millis)
                        GROUP BY log_partition
                        """)
                .param("generation", generation.number())
                .param(
                        "rooms",
                        array("uuid", messages, good -> good.event().room().value()))
                .param(
                        "partitions",
                        array("int4", messages, good -> good.record().partition()))
                .param("offsets", array("int8", messages, good -> good.record().offset()))
                .param(
                        "millis",
                        array("int8", messages, good -> good.event().sentAt().toEpochMilli()))
                .update();
    }

    /**
     * Takes the oldest one that nobody else is reading. It is there again if the transaction fails.
     *
     * @param except those whose turn it is not
     */
    public Optional<Batch> take(Collection<Long> except) {
        return jdbc.sql("""
                        DELETE FROM fresh_batch WHERE seq = (
                          SELECT seq FROM fresh_batch WHERE seq <> ALL (?)
                          ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param(new SqlArrayValue("int8", except.toArray()))
                .query(FreshBatches::read)
                .optional();
    }

    private static Batch read(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("seq"),
                List.of((UUID[]) row.getArray("rooms").getArray()),
                row.getInt("generation"),
                row.getLong("first_offset"),
                row.getLong("last_offset"),
                Sql.time(row, "first_sent"),
                Sql.time(row, "last_sent"));
    }

    private static SqlArrayValue array(String type, List<Good> messages, Function<Good, Object> column) {
        return new SqlArrayValue(type, messages.stream().map(column).toArray());
    }
}
