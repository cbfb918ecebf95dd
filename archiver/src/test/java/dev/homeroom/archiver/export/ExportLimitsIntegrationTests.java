package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.ArchiverProcess;
import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.backends.Database;
import dev.homeroom.testing.Backends;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What exports may take of a database and of a heap, and who else writes them. */
class ExportLimitsIntegrationTests {
    private final String kafka = Backends.kafka().bootstrapServers();
    private final Database database = Backends.freshDatabase();

    private static Map<String, String> of(String room, String format) {
        return new HashMap<>(Map.of("room", room, "format", format));
    }

    private static String ordered(OwnArchiver archiver, String room) {
        return archiver.as("teacher")
                .post("/api/exports", of(room, "csv"))
                .expect(202)
                .json()
                .path("id")
                .asString();
    }

    private static long parts(OwnArchiver archiver, String export) {
        return archiver.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM export_part WHERE export = ?")
                .param(UUID.fromString(export))
                .query(Long.class)
                .single();
    }

    private static JsonNode job(OwnArchiver archiver, String id) {
        return archiver.as("teacher").get("/api/exports/" + id).expect(200).json();
    }

    private static void awaitEnd(OwnArchiver archiver, String id) {
        await().atMost(Duration.ofMinutes(4))
                .until(() -> List.of("done", "failed")
                        .contains(job(archiver, id).path("state").asString()));
    }

    @Test
    void refusesMoreThanOnePersonMayHave() {
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(
                        database,
                        "--homeroom.archiver.exports.at-once=0",
                        "--homeroom.archiver.exports.waiting-per-person=2",
                        "--homeroom.archiver.exports.kept-per-person=3")
                .awaitRunning()) {
            Api teacher = archiver.as("teacher");
            String room = LongRoom.create(archiver);
            teacher.post("/api/exports", of(room, "csv")).expect(202);
            teacher.post("/api/exports", of(room, "csv")).expect(202);
            teacher.post("/api/exports", of(room, "csv")).expectProblem(429, "too-many-exports");
            archiver.as("admin").post("/api/exports", of(room, "csv")).expect(202);

            JdbcClient jdbc = archiver.bean(JdbcClient.class);
            jdbc.sql("UPDATE export SET state = 'done'").update();
            teacher.post("/api/exports", of(room, "csv")).expect(202);
            teacher.post("/api/exports", of(room, "csv")).expectProblem(409, "too-many-kept");
        }
    }

    @Test
    void writesNoFileThatIsTooLarge() {
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(database, "--homeroom.archiver.exports.max-size=20KB")
                .awaitRunning()) {
            String room = LongRoom.create(archiver);
            LongRoom.fill(archiver, room, 1_000, 500);
            for (String format : List.of("csv", "json", "html", "pdf")) {
                String id = archiver.as("teacher")
                        .post("/api/exports", of(room, format))
                        .expect(202)
                        .json()
                        .path("id")
                        .asString();
                awaitEnd(archiver, id);
                assertThat(job(archiver, id).path("problem").asString(""))
                        .as(format)
                        .isEqualTo("too-large");
            }
            assertThat(archiver.bean(JdbcClient.class)
                            .sql("SELECT count(*) FROM export_part")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void keepsNoMoreOfAllExportsThanThereIsRoomFor() {
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(
                        database, "--homeroom.archiver.exports.max-size-of-all=900KB")
                .awaitRunning()) {
            Api teacher = archiver.as("teacher");
            String room = LongRoom.create(archiver);
            LongRoom.fill(archiver, room, 1_000, 500);
            String first = ordered(archiver, room);
            awaitEnd(archiver, first);
            assertThat(job(archiver, first).path("state").asString()).isEqualTo("done");

            String second = ordered(archiver, room);
            awaitEnd(archiver, second);
            assertThat(job(archiver, second).path("problem").asString("")).isEqualTo("exports-full");
            assertThat(job(archiver, second).path("size").asLong()).isZero();
            assertThat(parts(archiver, second)).isZero();

            teacher.delete("/api/exports/" + first).expect(204);
            String third = ordered(archiver, room);
            awaitEnd(archiver, third);
            assertThat(job(archiver, third).path("state").asString()).isEqualTo("done");

            archiver.bean(JdbcClient.class)
                    .sql("UPDATE export SET size = 900 * 1024 WHERE state = 'done'")
                    .update();
            teacher.post("/api/exports", of(room, "csv")).expectProblem(507, "exports-full");
        }
    }

    /** Another archiver, whose heap is smaller than what was said, writes what this one has taken the orders of. */
    @Test
    void holdsNoMoreThanAPageOfALongTranscript(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("archiver.log");
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(database, "--homeroom.archiver.exports.at-once=0")
                .awaitRunning()) {
            String room = LongRoom.create(archiver);
            LongRoom.fill(archiver, room, 20_000, 6_000);
            try (ArchiverProcess _ = ArchiverProcess.start(kafka, database, log, OwnArchiver.ownGroup(database))) {
                for (String format : List.of("csv", "json", "html", "pdf")) {
                    String id = archiver.as("teacher")
                            .post("/api/exports", of(room, format))
                            .expect(202)
                            .json()
                            .path("id")
                            .asString();
                    awaitEnd(archiver, id);
                    JsonNode job = job(archiver, id);
                    assertThat(job.path("state").asString())
                            .as(Files.readString(log))
                            .isEqualTo("done");
                    assertThat(job.path("done").asLong()).isEqualTo(20_000);
                    if (!format.equals("pdf")) {
                        assertThat(job.path("size").asLong()).isGreaterThan(120_000_000L);
                    }
                    archiver.as("teacher").delete("/api/exports/" + id).expect(204);
                }
            }
            assertThat(log).content().doesNotContain("OutOfMemoryError");
        }
    }
}
