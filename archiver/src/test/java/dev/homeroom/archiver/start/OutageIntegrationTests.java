package dev.homeroom.archiver.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.backends.Database;
import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.backends.LocalPostgres;
import dev.homeroom.backends.PostgresSettings;
import dev.homeroom.backends.PostgresSettings.Durability;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens while Kafka or Postgres is away. Each test has backends of its own. */
class OutageIntegrationTests {
    @TempDir
    private Path folder;

    private LocalKafka kafka;
    private LocalPostgres postgres;

    @BeforeEach
    void startBackends() {
        kafka = startKafka(0);
        postgres = startPostgres(0);
    }

    @AfterEach
    void stopBackends() {
        kafka.close();
        postgres.close();
    }

    private LocalKafka startKafka(int port) {
        return LocalKafka.start(
                        KafkaSettings.in(folder.resolve("kafka")).withPort(port).withHeapMegabytes(256))
                .orThrow();
    }

    private LocalPostgres startPostgres(int port) {
        return LocalPostgres.start(PostgresSettings.in(folder.resolve("postgres"))
                        .withPort(port)
                        .withDurability(Durability.FAST))
                .orThrow();
    }

    private Database database() {
        return postgres.database("homeroom").created();
    }

    private OwnArchiver archiver(String... settings) {
        return OwnArchiver.start(kafka.bootstrapServers(), database(), settings);
    }

    /** The demo school's room. */
    private static RoomId room(OwnArchiver archiver) {
        JsonNode rooms = archiver.as("teacher").get("/api/rooms").expect(200).json();
        return RoomId.parse(rooms.path("items").get(0).path("id").asString());
    }

    private static Author amy(OwnArchiver archiver) {
        return Author.of(AccountId.parse(
                archiver.as("amy").get("/api/me").expect(200).json().path("id").asString()));
    }

    private static List<String> texts(Api member, RoomId room, Cursor through) {
        JsonNode page = await().until(
                        () -> member.get("/api/rooms/" + room + "/messages?limit=200&through=" + through.text())
                                .expect(200)
                                .json(),
                        answer -> answer.path("complete").asBoolean());
        List<String> texts = new ArrayList<>();
        page.path("items").forEach(item -> texts.add(item.path("message").asString()));
        return texts;
    }

    @Test
    void waitsForBackendsAndSaysSo() {
        Database database = database();
        int kafkaPort = kafka.port();
        int postgresPort = postgres.port();
        String bootstrap = kafka.bootstrapServers();
        kafka.close();
        postgres.close();

        try (OwnArchiver archiver = OwnArchiver.start(bootstrap, database)) {
            archiver.api().login("teacher", "teacher").expectProblem(503, "starting");
            JsonNode health = archiver.api().get("/actuator/health").expect(503).json();
            assertThat(health.path("components")
                            .path("archiver")
                            .path("details")
                            .path("stage")
                            .asString())
                    .isEqualTo("waiting_for_postgres");
            archiver.api().get("/actuator/health/readiness").expect(503);
            archiver.api().get("/actuator/health/liveness").expect(200);

            postgres = startPostgres(postgresPort);
            await().until(() -> archiver.api().login("teacher", "teacher").status() == 200);
            archiver.api().get("/actuator/health/readiness").expect(200);
            archiver.api().get("/actuator/health").expect(503);

            kafka = startKafka(kafkaPort);
            archiver.awaitRunning();
            await().untilAsserted(() -> archiver.api().get("/actuator/health").expect(200));
        }
    }

    @Test
    void keepsItsPositionWhilePostgresIsAway() {
        try (OwnArchiver archiver = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            RoomId room = room(archiver);
            Author amy = amy(archiver);
            Api member = archiver.as("amy");
            texts(member, room, log.write(RoomLog.message(room, amy, "before")));

            int port = postgres.port();
            postgres.close();
            log.write(RoomLog.message(room, amy, "during"));
            log.write(room.toString(), "poison".getBytes(UTF_8));
            await().untilAsserted(() -> {
                JsonNode health =
                        archiver.api().get("/actuator/health").expect(503).json();
                assertThat(health.path("components")
                                .path("archiverIngest")
                                .path("status")
                                .asString())
                        .isEqualTo("DOWN");
            });
            member.get("/api/rooms").expectProblem(503, "archive-unavailable");
            Cursor last = log.write(RoomLog.message(room, amy, "after"));
            postgres = startPostgres(port);

            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(texts(member, room, last)).containsExactly("before", "during", "after"));
            await().untilAsserted(() -> assertThat(deadLetters(archiver)).isEqualTo(1));
        }
    }

    private static int deadLetters(OwnArchiver archiver) {
        JsonNode health = archiver.api().get("/actuator/health").json();
        return health.path("components")
                .path("archiverIngest")
                .path("details")
                .path("dead_letters")
                .asInt();
    }

    @Test
    void goesOnWithRecreatedTopicFromItsStart() throws Exception {
        try (OwnArchiver archiver = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            RoomId room = room(archiver);
            Author amy = amy(archiver);
            IntStream.range(0, 5).forEach(i -> log.write(RoomLog.message(room, amy, "old " + i)));
            Cursor old = log.write(RoomLog.message(room, amy, "old 5"));
            assertThat(texts(archiver.as("amy"), room, old)).hasSize(6);

            log.admin().deleteTopics(List.of(Topics.MESSAGES)).all().get();
            await().until(() -> created(log));
            await().ignoreExceptions()
                    .until(() -> !log.topicId().equals(old.position().topicId()));
            // More than the old topic had, so that the consumer's old position exists in the new one.
            List<Cursor> cursors = IntStream.range(0, 10)
                    .mapToObj(i -> log.write(RoomLog.message(room, amy, "new " + i)))
                    .toList();

            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(texts(archiver.as("amy"), room, cursors.getLast()))
                            .hasSize(16)
                            .startsWith("old 0", "old 1", "old 2", "old 3", "old 4", "old 5", "new 0")
                            .endsWith("new 9"));
        }
    }

    private static boolean created(RoomLog log) {
        return Topics.all(12, (short) 1).stream()
                .filter(topic -> topic.name().equals(Topics.MESSAGES))
                .allMatch(topic -> {
                    try {
                        log.admin().createTopics(List.of(topic)).all().get();
                        return true;
                    } catch (Exception _) {
                        return false;
                    }
                });
    }

    @Test
    void sharesTheWorkAmongArchivers() {
        try (OwnArchiver first = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            RoomId room = room(first);
            Author amy = amy(first);
            List<Cursor> cursors = new ArrayList<>();
            OwnArchiver second = archiver().awaitRunning();
            IntStream.range(0, 50).forEach(i -> cursors.add(log.write(RoomLog.message(room, amy, "a" + i))));
            second.close();
            IntStream.range(0, 50).forEach(i -> cursors.add(log.write(RoomLog.message(room, amy, "b" + i))));

            await().ignoreExceptions()
                    .untilAsserted(() -> assertThat(texts(first.as("amy"), room, cursors.getLast()))
                            .hasSize(100)
                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void fillsRecreatedTopicOfRoomsAgain() throws Exception {
        try (OwnArchiver archiver = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            RoomId room = room(archiver);
            await().until(() -> TopicContents.rooms(kafka.bootstrapServers()).containsKey(room));

            log.admin().deleteTopics(List.of(Topics.ROOMS)).all().get();
            await().ignoreExceptions().until(() -> {
                log.admin()
                        .createTopics(Topics.all(12, (short) 1).stream()
                                .filter(topic -> topic.name().equals(Topics.ROOMS))
                                .toList())
                        .all()
                        .get();
                return true;
            });

            await().ignoreExceptions()
                    .until(() -> TopicContents.rooms(kafka.bootstrapServers()).containsKey(room));
        }
    }

    @Test
    void keepsDemoSchoolOverRestarts() {
        String before;
        try (OwnArchiver archiver = archiver().awaitRunning()) {
            before = archiver.as("teacher").get("/api/rooms").text();
        }
        try (OwnArchiver archiver = archiver().awaitRunning()) {
            assertThat(archiver.as("teacher").get("/api/rooms").text()).isEqualTo(before);
        }
    }

    @Test
    void makesFirstSchoolWhereThereIsNone() {
        try (OwnArchiver archiver = archiver(
                        "--homeroom.archiver.demo=false",
                        "--homeroom.archiver.first-school.name=Hill School",
                        "--homeroom.archiver.first-school.admin-username=head",
                        "--homeroom.archiver.first-school.admin-password=hill-school-1")
                .awaitRunning()) {
            JsonNode me = archiver.api()
                    .signedIn("head", "hill-school-1")
                    .get("/api/me")
                    .json();
            assertThat(me.path("school").path("name").asString()).isEqualTo("Hill School");
            assertThat(me.path("role").asString()).isEqualTo("admin");
            archiver.api().login("teacher", "teacher").expectProblem(401, "wrong-credentials");
        }
    }
}
