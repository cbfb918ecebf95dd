package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.backends.Database;
import dev.homeroom.testing.Backends;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How much is written at the same time for those who download transcripts. */
class DownloadLimitsIntegrationTests {
    private final Database database = Backends.freshDatabase();

    @Test
    void letsAFewDownloadAtOnceAndSendsTheOthersElsewhere() throws Exception {
        try (OwnArchiver archiver = OwnArchiver.besideTheShared(
                        database,
                        "--homeroom.archiver.exports.at-once=0",
                        "--homeroom.archiver.downloads.at-once=2",
                        "--homeroom.archiver.downloads.per-person=1",
                        "--homeroom.archiver.downloads.longest-wait=300ms",
                        "--homeroom.archiver.downloads.max-pdf-entries=5000")
                .awaitRunning()) {
            String room = LongRoom.create(archiver);
            LongRoom.fill(archiver, room, 20_000, 1_000);
            String file = "/api/rooms/" + room + "/transcript.";
            Api teacher = archiver.as("teacher");
            Api admin = archiver.as("admin");

            teacher.get(file + "pdf").expectProblem(409, "too-long-for-download");
            teacher.get(file + "pdf?kind=entered").expect(200);

            // Nobody reads on, so these are written until the connection takes no more.
            try (InputStream _ = teacher.open(file + "csv")) {
                refused(teacher.get(file + "json"), 429, "too-many-downloads");
                try (InputStream _ = admin.open(file + "html")) {
                    archiver.as("admin").get(file + "csv").expectProblem(429, "too-many-downloads");
                    refused(another(archiver).get(file + "csv?kind=entered"), 503, "downloads-busy");
                }
                await().untilAsserted(() ->
                        another(archiver).get(file + "csv?kind=entered").expect(200));
            }
            await().untilAsserted(() -> teacher.get(file + "csv?kind=entered").expect(200));
        }
    }

    private static Api another(OwnArchiver archiver) {
        Api admin = archiver.as("admin");
        if (archiver.api().login("second", "second-admin").status() != 200) {
            admin.post(
                            "/api/accounts",
                            Map.of(
                                    "username",
                                    "second",
                                    "display_name",
                                    "Second",
                                    "role",
                                    "admin",
                                    "password",
                                    "second-admin"))
                    .expect(201);
        }
        return archiver.api().signedIn("second", "second-admin");
    }

    private static void refused(Api.Answer answer, int status, String slug) {
        answer.expectProblem(status, slug);
        assertThat(Integer.parseInt(Objects.requireNonNull(answer.header("Retry-After"))))
                .isPositive();
    }
}
