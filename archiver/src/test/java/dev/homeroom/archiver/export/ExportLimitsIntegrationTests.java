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

    private static String newRoom(OwnArchiver archiver) {
        return archiver.as("teacher")
                .post("/api/rooms", Map.of("title", "Long", "members", List.of()))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private static Map<String, String> of(String room, String format) {
        return new HashMap<>(Map.of("room", room, "format", format));
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
        try (OwnArchiver archiver = OwnArchiver.start(
                        kafka,
                        database,
                        "--homeroom.archiver.exports.at-once=0",
                        "--homeroom.archiver.exports.waiting-per-person=2",
                        "--homeroom.archiver.exports.kept-per-person=3")
                .awaitRunning()) {
            Api teacher = archiver.as("teacher");
            String room = newRoom(archiver);
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
        try (OwnArchiver archiver = OwnArchiver.start(kafka, database, "--homeroom.archiver.exports.max-size=20KB")
                .awaitRunning()) {
            String room = newRoom(archiver);
            fill(archiver, room, 1_000, 500);
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

    /** Another archiver, whose heap is smaller than what was said, writes what this one has taken the orders of. */
    @Test
    void holdsNoMoreThanAPageOfALongTranscript(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("archiver.log");
        try (OwnArchiver archiver = OwnArchiver.start(kafka, database, "--homeroom.archiver.exports.at-once=0")
                .awaitRunning()) {
            String room = newRoom(archiver);
            fill(archiver, room, 20_000, 6_000);
            try (ArchiverProcess _ = ArchiverProcess.start(kafka, database, log)) {
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

    /** As if so many messages had been stored, each of so many characters. */
    private static void fill(OwnArchiver archiver, String room, int messages, int length) {
        JdbcClient jdbc = archiver.bean(JdbcClient.class);
        await().until(() -> jdbc.sql("SELECT count(*) FROM topic_generation")
                        .query(Long.class)
                        .single()
                > 0);
        int step = 2_000;
        for (int from = 1; from <= messages; from += step) {
            jdbc.sql("""
                            INSERT INTO entry
                              (room, generation, log_offset, log_partition, id, kind, account, sent_at, text, terms)
                            SELECT :room, (SELECT min(generation) FROM topic_generation), n, 0, gen_random_uuid(), 0,
                              (SELECT id FROM account WHERE username = 'amy'),
                              now() - interval '1 day' + n * interval '1 ms',
                              n || repeat(' 你好 word', :length / 8), ''
                            FROM generate_series(:from, :to) n
                            """)
                    .param("room", UUID.fromString(room))
                    .param("length", length)
                    .param("from", from)
                    .param("to", Math.min(messages, from + step - 1))
                    .update();
        }
        jdbc.sql("""
                        INSERT INTO room_activity (room, first_sent_at, entries)
                        VALUES (:room, now() - interval '2 days', :messages)
                        """)
                .param("room", UUID.fromString(room))
                .param("messages", messages)
                .update();
    }
}
