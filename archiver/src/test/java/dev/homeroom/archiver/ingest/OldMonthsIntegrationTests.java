package dev.homeroom.archiver.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.RunningArchiver;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A transcript is kept for as long as a setting says. */
@TestPropertySource(properties = "homeroom.archiver.ingest.keep-months=12")
class OldMonthsIntegrationTests extends RunningArchiver {
    private static final LocalDate TODAY = LocalDate.of(2031, 5, 20);

    @Autowired
    private OldMonths oldMonths;

    @Autowired
    private TimePartitions partitions;

    @Autowired
    private JdbcClient jdbc;

    private final UUID room = UUID.randomUUID();

    private void store(YearMonth month) {
        partitions.ensure(month);
        jdbc.sql("""
                        INSERT INTO entry (room, generation, log_offset, log_partition, id, kind, account, sent_at, text)
                        VALUES (?, 1, ?, 0, ?, 0, ?, ?, 'kept')
                        """)
                .params(
                        room,
                        month.getMonthValue(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        month.atDay(15).atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void givesWhatCameLateAMonthThatCanBeDropped() {
        jdbc.sql("""
                        INSERT INTO entry (room, generation, log_offset, log_partition, id, kind, account, sent_at, text)
                        VALUES (?, 1, 1, 0, ?, 0, ?, '2024-02-29T23:59:59Z', 'late')
                        """).params(room, UUID.randomUUID(), UUID.randomUUID()).update();
        assertThat(table()).isEqualTo("entry_default");

        partitions.prepare();

        assertThat(table()).isEqualTo("entry_2024_02");
        oldMonths.drop(LocalDate.now(ZoneOffset.UTC));
        assertThat(entries()).isZero();
    }

    private String table() {
        return jdbc.sql("SELECT tableoid::regclass::text FROM entry WHERE room = ?")
                .param(room)
                .query(String.class)
                .single();
    }

    private long entries() {
        return jdbc.sql("SELECT count(*) FROM entry WHERE room = ?")
                .param(room)
                .query(Long.class)
                .single();
    }

    private UUID export(String state, UUID of) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO export (id, account, request, rooms, title, state, run, attempts, lease_until, expires_at)
                        SELECT :id, id, '{"format": "csv"}', ARRAY[:room]::uuid[], 'Export', :state, gen_random_uuid(), 1,
                          now() + interval '1 hour', now() + interval '1 day'
                        FROM account LIMIT 1
                        """).param("id", id).param("room", of).param("state", state).update();
        return id;
    }

    private boolean has(UUID export, String condition) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM export WHERE id = ? AND " + condition + ")")
                .param(export)
                .query(Boolean.class)
                .single();
    }

    @Test
    void takesFinishedExportsOfItsRoomsWithIt() {
        store(YearMonth.of(2030, 4));
        UUID finished = export("done", room);
        UUID running = export("running", room);
        UUID other = export("done", UUID.randomUUID());

        oldMonths.drop(TODAY);

        assertThat(has(finished, "expires_at > now()")).isFalse();
        assertThat(has(running, "lease_until > now() + interval '30 minutes'")).isFalse();
        assertThat(has(other, "state = 'done' AND expires_at > now()")).isTrue();
        jdbc.sql("DELETE FROM export").update();
    }

    @Test
    void dropsMonthsThatAreOlderAndNoOthers() {
        store(YearMonth.of(2030, 4));
        store(YearMonth.of(2030, 5));
        store(YearMonth.of(2031, 5));
        jdbc.sql("INSERT INTO room_activity (room, first_sent_at, entries) VALUES (?, '2030-04-15', 3)")
                .param(room)
                .update();

        oldMonths.drop(TODAY);

        assertThat(entries()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT entries FROM room_activity WHERE room = ?")
                        .param(room)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(jdbc.sql("SELECT to_regclass('entry_2030_04') IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
