package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.archiver.words.TermVector;
import dev.homeroom.archiver.words.WordCount;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEvent.Entered;
import dev.homeroom.contract.RoomEvent.Left;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomEvent.MessageRemoved;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
            WITH given AS MATERIALIZED (
              SELECT place, room, log_offset, log_partition, id, kind, account,
                     timestamptz 'epoch' + millis * interval '1 millisecond' AS sent_at, text, terms, words
              FROM unnest(:rooms, :offsets, :partitions, :ids, :kinds, :accounts, :millis, :texts, :terms, :words)
                   WITH ORDINALITY AS n(room, log_offset, log_partition, id, kind, account, millis, text, terms, words,
                                           place)
            ), stored AS (
              INSERT INTO entry (room, generation, log_offset, log_partition, id, kind, account, sent_at, text, terms,
                                 word_count)
              SELECT n.room, :generation, n.log_offset, n.log_partition, n.id, n.kind, n.account, n.sent_at, n.text,
                     n.terms::tsvector, n.words
              FROM given n
              WHERE NOT EXISTS (
                SELECT FROM entry e WHERE e.id = n.id AND e.room = n.room AND e.sent_at >= :since)
              ON CONFLICT DO NOTHING
              RETURNING room, kind, sent_at, log_partition, log_offset
            ), told AS (
              INSERT INTO room_activity AS x (room, first_sent_at, last_message_at, entries)
              SELECT room, min(sent_at), max(sent_at) FILTER (WHERE kind = 0), count(*) FROM stored GROUP BY room
              ON CONFLICT (room) DO UPDATE
              SET first_sent_at = LEAST(x.first_sent_at, excluded.first_sent_at),
                  last_message_at = GREATEST(x.last_message_at, excluded.last_message_at),
                  entries = x.entries + excluded.entries
            )
            SELECT n.place, EXISTS (
              SELECT FROM entry e WHERE e.id = n.id AND e.room = n.room AND e.sent_at >= :since
                AND (e.kind, e.account, e.text) IS DISTINCT FROM (n.kind, n.account, n.text)) AS other
            FROM given n
            WHERE NOT EXISTS (
              SELECT FROM stored s WHERE s.log_partition = n.log_partition AND s.log_offset = n.log_offset)
            """;

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param entries none of them a removal, and of distinct ids, unless they are known to be stored
     * @param since from when on what is stored already is looked for
     * @return those that were not stored now
     */
    List<LeftOut> store(Generation generation, List<Good> entries, Instant since) {
        if (entries.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(STORE)
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
                .param("terms", array("text", entries, good -> terms(good.event())))
                .param("words", array("int4", entries, good -> words(good.event())))
                .param("since", Sql.time(since))
                .query((row, _) ->
                        new LeftOut(entries.get(row.getInt("place") - 1).record(), row.getBoolean("other")))
                .list();
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

    private static @Nullable Integer words(RoomEvent event) {
        String text = text(event);
        return text == null ? null : WordCount.of(text);
    }

    private static @Nullable String terms(RoomEvent event) {
        String text = text(event);
        return text == null
                ? null
                : TermVector.of(event.room().value(), event.author().account().value(), event.sentAt(), text);
    }

    /**
     * Marks messages as removed; their text stays, for those who have to look into it.
     *
     * @return the messages that were not so before
     */
    Set<UUID> remove(List<MessageRemoved> removals) {
        if (removals.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        UPDATE entry AS e
                        SET removed_at = timestamptz 'epoch' + r.millis * interval '1 millisecond', removed_by = r.account
                        FROM unnest(:rooms, :ids, :accounts, :millis) AS r(room, id, account, millis)
                        WHERE e.id = r.id AND e.room = r.room AND e.kind = 0 AND e.removed_at IS NULL
                        RETURNING e.id
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
                .query(Sql::firstId)
                .list());
    }

    private static <T> SqlArrayValue array(String type, List<T> items, Function<T, @Nullable Object> column) {
        return new SqlArrayValue(type, items.stream().map(column).toArray());
    }
}
