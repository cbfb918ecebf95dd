package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.ArchiverProcess;
import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.backends.Database;
import dev.homeroom.testing.Backends;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What becomes of exports that Postgres refuses, or whose archiver dies. */
class ExportFailuresIntegrationTests {
    private static final Duration LONG = Duration.ofMinutes(4);

    private final String kafka = Backends.kafka().bootstrapServers();
    private final Database database = Backends.freshDatabase();

    private static String ordered(OwnArchiver archiver, String room, String format) {
        return archiver.as("teacher")
                .post("/api/exports", Map.of("room", room, "format", format))
                .expect(202)
                .json()
                .path("id")
                .asString();
    }

    private static JsonNode job(OwnArchiver archiver, String id) {
        return archiver.as("teacher").get("/api/exports/" + id).expect(200).json();
    }

    private static void awaitState(OwnArchiver archiver, String id, String state) {
        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(job(archiver, id).path("state").asString()).isEqualTo(state));
    }

    private static int attempts(OwnArchiver archiver, String id) {
        return archiver.bean(JdbcClient.class)
                .sql("SELECT attempts FROM export WHERE id = ?")
                .param(UUID.fromString(id))
                .query(Integer.class)
                .single();
    }

    private static long parts(OwnArchiver archiver, String id) {
        return archiver.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM export_part WHERE export = ?")
                .param(UUID.fromString(id))
                .query(Long.class)
                .single();
    }

    /** As a disk that is full says, but to the parts behind the first of one export alone. */
    private static void leaveNoRoomFor(OwnArchiver archiver, String id) {
        archiver.bean(JdbcClient.class).sql("""
                        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$;
                        CREATE TRIGGER full_disk BEFORE INSERT ON export_part
                        FOR EACH ROW WHEN (NEW.export = '%s' AND NEW.number > 0) EXECUTE FUNCTION refuse();
                        """.formatted(UUID.fromString(id))).update();
    }

    private static void slowDown(OwnArchiver archiver) {
        archiver.bean(JdbcClient.class).sql("""
                        CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN PERFORM pg_sleep(1); RETURN NEW; END $$;
                        CREATE TRIGGER slow_disk BEFORE INSERT ON export_part
                        FOR EACH ROW EXECUTE FUNCTION wait();
                        """).update();
    }

    @Test
    void letsOthersGoBeforeOneThatFailsAndGivesItUpInTheEnd() {
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(
                        database,
                        "--homeroom.archiver.exports.attempts=2",
                        "--homeroom.archiver.exports.retry-pause=3s")
                .awaitRunning()) {
            String failing = LongRoom.create(archiver);
            LongRoom.fill(archiver, failing, 1_000, 500);
            String short1 = LongRoom.create(archiver);
            LongRoom.fill(archiver, short1, 10, 100);
            // Until the trigger is there nobody may claim it.
            JdbcClient jdbc = archiver.bean(JdbcClient.class);
            jdbc.sql("ALTER TABLE export ALTER lease_until SET DEFAULT now() + interval '1 hour'")
                    .update();
            String refused = ordered(archiver, failing, "csv");
            jdbc.sql("ALTER TABLE export ALTER lease_until DROP DEFAULT").update();
            leaveNoRoomFor(archiver, refused);
            jdbc.sql("UPDATE export SET lease_until = NULL").update();
            String other = ordered(archiver, short1, "csv");

            awaitState(archiver, other, "done");
            assertThat(attempts(archiver, refused)).isEqualTo(1);
            assertThat(job(archiver, refused).path("state").asString()).isEqualTo("waiting");
            assertThat(parts(archiver, refused)).isZero();

            awaitState(archiver, refused, "failed");
            assertThat(job(archiver, refused).path("problem").asString()).isEqualTo("given-up");
            assertThat(attempts(archiver, refused)).isEqualTo(2);
            assertThat(parts(archiver, refused)).isZero();
        }
    }

    @Test
    void countsNoAttemptOfAnArchiverThatStops() {
        String room;
        String export;
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(database).awaitRunning()) {
            room = LongRoom.create(archiver);
            LongRoom.fill(archiver, room, 4_000, 1_000);
            slowDown(archiver);
            export = ordered(archiver, room, "csv");
            String begun = export;
            await().atMost(LONG).until(() -> parts(archiver, begun) > 0);
        }
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(database, "--homeroom.archiver.exports.at-once=0")
                .awaitRunning()) {
            assertThat(job(archiver, export).path("state").asString()).isEqualTo("waiting");
            assertThat(attempts(archiver, export)).isZero();
        }
    }

    @Test
    void beginsAnewWhatAKilledArchiverWasWriting(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("second.log");
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(database, "--homeroom.archiver.exports.at-once=0")
                .awaitRunning()) {
            String room = LongRoom.create(archiver);
            LongRoom.fill(archiver, room, 4_000, 1_000);
            slowDown(archiver);
            String export = ordered(archiver, room, "csv");
            try (ArchiverProcess first = process(folder.resolve("first.log"))) {
                await().atMost(LONG).until(() -> parts(archiver, export) > 0);
                first.kill();
            }
            archiver.bean(JdbcClient.class)
                    .sql("DROP TRIGGER slow_disk ON export_part")
                    .update();
            assertThat(job(archiver, export).path("state").asString()).isEqualTo("running");
            try (ArchiverProcess _ = process(log)) {
                awaitState(archiver, export, "done");
            }
            assertThat(job(archiver, export).path("done").asLong())
                    .as(Files.readString(log))
                    .isEqualTo(4_000);
            assertThat(attempts(archiver, export)).isEqualTo(2);
            assertThat(archiver.bean(JdbcClient.class)
                            .sql("SELECT count(DISTINCT run) FROM export_part")
                            .query(Long.class)
                            .single())
                    .isOne();
            archiver.as("teacher").get("/api/exports/" + export + "/file").expect(200);
        }
    }

    private ArchiverProcess process(Path log) throws Exception {
        return ArchiverProcess.start(
                kafka, database, log, "--homeroom.archiver.exports.lease=2s", OwnArchiver.ownGroup(database));
    }

    @Test
    void deletesWhatADeadRunHasLeftWhenItIsGivenUp() {
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(database, "--homeroom.archiver.exports.at-once=0")
                .awaitRunning()) {
            String export = ordered(archiver, LongRoom.create(archiver), "csv");
            JdbcClient jdbc = archiver.bean(JdbcClient.class);
            jdbc.sql("""
                            UPDATE export SET state = 'running', run = gen_random_uuid(), attempts = 3,
                              lease_until = now() - interval '1 s'
                            """).update();
            jdbc.sql("INSERT INTO export_part (export, run, number, bytes) SELECT id, run, 0, 'half' FROM export")
                    .update();
            archiver.bean(ExportRows.class).giveUp();
            assertThat(job(archiver, export).path("problem").asString()).isEqualTo("given-up");
            assertThat(parts(archiver, export)).isZero();
        }
    }

    @Test
    void endsAStatementBeforeTheConnectionIsGivenUp() {
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(database).awaitRunning()) {
            assertThat(archiver.bean(JdbcClient.class)
                            .sql("SHOW statement_timeout")
                            .query(String.class)
                            .single())
                    .isEqualTo("25s");
        }
    }
}
