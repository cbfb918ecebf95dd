package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEvent.Entered;
import dev.homeroom.contract.RoomEvent.Left;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEvent.MessageRemoved;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Writes entries of the transcript, many with one statement. */
@Component
class EntryRows {
    /**
     * A message that is stored already, under the same id in the same room, is left out. No other transaction can be
     * storing it meanwhile: a room's records are all in one partition, whose progress this transaction has locked.
     */
    private static final String STORE = """
            WITH stored AS (
              INSERT INTO entry (room, generation, log_offset, log_partition, id, kind, account, sent_at, text)
              SELECT n.room, :generation, n.log_offset, n.log_partition, n.id, n.kind, n.account,
                     timestamptz 'epoch' + n.millis * interval '1 millisecond', n.text
              FROM unnest(:rooms, :offsets, :partitions, :ids, :kinds, :accounts, :millis, :texts)
                   AS n(room, log_offset, log_partition, id, kind, account, millis, text)
              WHERE NOT EXISTS (
                SELECT FROM entry e WHERE e.id = n.id AND e.room = n.room AND e.sent_at >= :since)
              ON CONFLICT DO NOTHING
              RETURNING room, kind, sent_at
            )
            INSERT INTO room_activity AS x (room, first_sent_at, last_message_at, entries)
            SELECT room, min(sent_at), max(sent_at) FILTER (WHERE kind = 0), count(*) FROM stored GROUP BY room
            ON CONFLICT (room) DO UPDATE
            SET first_sent_at = LEAST(x.first_sent_at, excluded.first_sent_at),
                last_message_at = GREATEST(x.last_message_at, excluded.last_message_at),
                entries = x.entries + excluded.entries
            """;

    private final JdbcClient jdbc;
    private final IngestSettings settings;

    EntryRows(JdbcClient jdbc, IngestSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param entries of distinct ids, none of them a removal */
    void store(Generation generation, List<Good> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(STORE)
                .param("generation", generation.number())
                .param(
                        "rooms",
                        array("uuid", entries, good -> good.event().room().value()))
                .param("offsets", array("int8", entries, good -> good.record().offset()))
                .param(
                        "partitions",
                        array("int4", entries, good -> good.record().partition()))
                .param("ids", array("uuid", entries, good -> good.event().id().value()))
                .param(
                        "kinds",
                        array("int2", entries, good -> kind(good.event()).code()))
                .param(
                        "accounts",
                        array(
                                "uuid",
                                entries,
                                good -> good.event().author().account().value()))
                .param(
                        "millis",
                        array("int8", entries, good -> good.event().sentAt().toEpochMilli()))
                .param("texts", array("text", entries, good -> text(good.event())))
                .param("since", Sql.time(earliest(entries).minus(settings.resendWindow())))
                .update();
    }

    private static Instant earliest(List<Good> entries) {
        return entries.stream()
                .map(good -> good.event().sentAt())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private static EntryKind kind(RoomEvent event) {
        return switch (event) {
            case MessagePosted _ -> EntryKind.MESSAGE;
            case Entered _ -> EntryKind.ENTERED;
            case Left _ -> EntryKind.LEFT;
            case MessageRemoved _ -> throw new IllegalArgumentException("a removal is no entry");
        };
    }

    private static @Nullable String text(RoomEvent event) {
        return event instanceof MessagePosted posted ? posted.text().value() : null;
    }

    /** Marks messages as removed; their text stays, for those who have to look into it. */
    void remove(List<MessageRemoved> removals) {
        if (removals.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        UPDATE entry AS e
                        SET removed_at = timestamptz 'epoch' + r.millis * interval '1 millisecond', removed_by = r.account
                        FROM unnest(:rooms, :ids, :accounts, :millis) AS r(room, id, account, millis)
                        WHERE e.id = r.id AND e.room = r.room AND e.kind = 0 AND e.removed_at IS NULL
                        """)
                .param(
                        "rooms",
                        array("uuid", removals, removal -> removal.room().value()))
                .param(
                        "ids",
                        array("uuid", removals, removal -> removal.removed().value()))
                .param(
                        "accounts",
                        array(
                                "uuid",
                                removals,
                                removal -> removal.author().account().value()))
                .param(
                        "millis",
                        array("int8", removals, removal -> removal.sentAt().toEpochMilli()))
                .update();
    }

    private static <T> SqlArrayValue array(String type, List<T> items, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, items.stream().map(column).toArray());
    }
}
