package dev.homeroom.archiver.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.ArchiverProcess;
import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.archiver.sql.Sql;
import dev.homeroom.backends.Database;
import dev.homeroom.backends.Folders;
import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.backends.LocalPostgres;
import dev.homeroom.backends.PostgresSettings;
import dev.homeroom.backends.PostgresSettings.Durability;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomMember;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    void waitsForPostgresAlsoWhereKafkaComesFirst() {
        Database database = database();
        int kafkaPort = kafka.port();
        int postgresPort = postgres.port();
        String bootstrap = kafka.bootstrapServers();
        kafka.close();
        postgres.close();

        try (OwnArchiver archiver = OwnArchiver.start(bootstrap, database)) {
            await().until(() -> stage(archiver).equals("waiting_for_postgres"));
            kafka = startKafka(kafkaPort);
            await().during(Duration.ofSeconds(2)).until(() -> stage(archiver).equals("waiting_for_postgres"));
            archiver.api().get("/actuator/health/readiness").expect(503);

            postgres = startPostgres(postgresPort);
            archiver.awaitRunning();
            await().untilAsserted(() -> archiver.api().get("/actuator/health").expect(200));
            try (RoomLog log = new RoomLog(kafka.bootstrapServers())) {
                RoomId room = room(archiver);
                Cursor cursor = log.write(RoomLog.message(room, amy(archiver), "after all"));
                assertThat(texts(archiver.as("amy"), room, cursor)).containsExactly("after all");
            }
        }
    }

    private static String stage(OwnArchiver archiver) {
        return archiver.api()
                .get("/actuator/health")
                .expect(503)
                .json()
                .path("components")
                .path("archiver")
                .path("details")
                .path("stage")
                .asString();
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
            for (int attempt = 0; attempt < 6; attempt++) {
                archiver.api().login("ben", "ben").expectProblem(503, "archive-unavailable");
            }
            Cursor last = log.write(RoomLog.message(room, amy, "after"));
            postgres = startPostgres(port);

            await().ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(texts(member, room, last)).containsExactly("before", "during", "after"));
            await().untilAsserted(() -> assertThat(deadLetters(archiver)).isEqualTo(1));
            // What Postgres could not say is held against nobody.
            archiver.api().login("ben", "ben").expect(200);
        }
    }

    private static int deadLetters(OwnArchiver archiver) {
        return ingest(archiver).path("details").path("dead_letters").asInt();
    }

    @Test
    void goesOnWhenKafkaRefusesItNoMore() throws Exception {
        kafka.close();
        kafka = LocalKafka.start(KafkaSettings.in(folder.resolve("guarded kafka"))
                        .withHeapMegabytes(256)
                        .with("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer")
                        .with("allow.everyone.if.no.acl.found", "true"))
                .orThrow();
        AclBinding refusal = new AclBinding(
                new ResourcePattern(ResourceType.GROUP, "homeroom-archiver", PatternType.LITERAL),
                new AccessControlEntry("User:ANONYMOUS", "*", AclOperation.READ, AclPermissionType.DENY));
        try (RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            log.admin().createAcls(List.of(refusal)).all().get();
            try (OwnArchiver archiver = archiver().awaitRunning()) {
                await().untilAsserted(() ->
                        assertThat(ingest(archiver).path("status").asString()).isEqualTo("DOWN"));
                log.admin().deleteAcls(List.of(refusal.toFilter())).all().get();

                RoomId room = room(archiver);
                Cursor cursor = log.write(RoomLog.message(room, amy(archiver), "allowed"));
                assertThat(texts(archiver.as("amy"), room, cursor)).containsExactly("allowed");
                await().untilAsserted(() ->
                        assertThat(ingest(archiver).path("status").asString()).isEqualTo("UP"));
            }
        }
    }

    private static JsonNode ingest(OwnArchiver archiver) {
        return archiver.api().get("/actuator/health").json().path("components").path("archiverIngest");
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
    void sharesTheWorkAmongArchivers() throws Exception {
        try (OwnArchiver first = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            List<RoomId> rooms = rooms(first, 12);
            Author amy = amy(first);
            OwnArchiver second = archiver().awaitRunning();
            await().until(() -> consumersWithWork(log) == 4);
            say(log, rooms, amy, "a", 10);
            rooms.forEach(room -> awaitStored(first.bean(JdbcClient.class), room, 10));
            second.close();
            say(log, rooms, amy, "b", 10);

            rooms.forEach(room -> awaitStored(first.bean(JdbcClient.class), room, 20));
        }
    }

    @Test
    void goesOnWhereAnotherArchiverWasKilledMidway() throws Exception {
        try (OwnArchiver survivor = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers());
                ArchiverProcess victim =
                        ArchiverProcess.start(kafka.bootstrapServers(), database(), folder.resolve("victim.log"))) {
            List<RoomId> rooms = rooms(survivor, 12);
            Author amy = amy(survivor);
            await().until(() -> consumersWithWork(log) == 4);
            JdbcClient jdbc = survivor.bean(JdbcClient.class);
            say(log, rooms, amy, "m", 500);

            await().pollInterval(Duration.ofMillis(5))
                    .until(() -> jdbc.sql("SELECT count(*) FROM entry")
                                    .query(Long.class)
                                    .single()
                            > 100);
            victim.kill();

            rooms.forEach(room -> awaitStored(jdbc, room, 500));
        }
    }

    private static List<RoomId> rooms(OwnArchiver archiver, int count) {
        String amy = amy(archiver).account().toString();
        Api teacher = archiver.as("teacher");
        return IntStream.range(0, count)
                .mapToObj(i ->
                        RoomId.parse(teacher.post("/api/rooms", Map.of("title", "Room " + i, "members", List.of(amy)))
                                .expect(201)
                                .json()
                                .path("id")
                                .asString()))
                .toList();
    }

    private static void say(RoomLog log, List<RoomId> rooms, Author author, String text, int times) {
        IntStream.range(0, times)
                .forEach(i -> rooms.forEach(room -> log.send(RoomLog.message(room, author, text + i))));
        log.flush();
    }

    /** Each once and in the order of the log. */
    private static void awaitStored(JdbcClient jdbc, RoomId room, int count) {
        await().untilAsserted(() -> assertThat(jdbc.sql("SELECT id FROM entry WHERE room = ? ORDER BY log_offset")
                        .param(room.value())
                        .query(Sql::firstId)
                        .list())
                .hasSize(count)
                .doesNotHaveDuplicates());
    }

    private static long consumersWithWork(RoomLog log) throws Exception {
        try {
            return log.admin().describeConsumerGroups(List.of("homeroom-archiver")).all().get().values().stream()
                    .flatMap(group -> group.members().stream())
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(GroupIdNotFoundException.class); // nobody has joined it yet
            return 0;
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
    void outboxGrowsByRealChangesOnlyWhileKafkaIsAway() {
        try (OwnArchiver archiver =
                archiver("--homeroom.archiver.outbox.send-timeout=500ms").awaitRunning()) {
            RoomId room = room(archiver);
            await().until(() -> TopicContents.rooms(kafka.bootstrapServers()).containsKey(room));
            JdbcClient jdbc = archiver.bean(JdbcClient.class);
            await().until(() -> outbox(jdbc) == 0);
            int port = kafka.port();
            kafka.close();

            Api teacher = archiver.as("teacher");
            teacher.patch("/api/rooms/" + room, Map.of("title", "One")).expect(200);
            teacher.patch("/api/rooms/" + room, Map.of("title", "Two")).expect(200);

            await().during(Duration.ofSeconds(12)).until(() -> outbox(jdbc) == 2);
            kafka = startKafka(port);
            await().untilAsserted(() -> assertThat(Objects.requireNonNull(TopicContents.rooms(kafka.bootstrapServers())
                                    .get(room))
                            .title())
                    .isEqualTo("Two"));
            await().until(() -> outbox(jdbc) == 0);
        }
    }

    private static long outbox(JdbcClient jdbc) {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Long.class).single();
    }

    @Test
    void goesOnFromARestoredDatabase() throws Exception {
        Path backup = folder.resolve("backup");
        RoomId room;
        try (OwnArchiver archiver = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            room = room(archiver);
            texts(archiver.as("amy"), room, log.write(RoomLog.message(room, amy(archiver), "before")));
            await().until(() -> TopicContents.rooms(kafka.bootstrapServers()).containsKey(room));
        }
        int port = postgres.port();
        postgres.close();
        copy(folder.resolve("postgres"), backup);
        postgres = startPostgres(port);
        Cursor last;
        RoomRecord muted;
        try (OwnArchiver archiver = archiver().awaitRunning();
                RoomLog log = new RoomLog(kafka.bootstrapServers())) {
            String amy = amy(archiver).account().toString();
            for (boolean wanted : List.of(true, false, true)) {
                archiver.as("teacher")
                        .patch("/api/rooms/" + room + "/members/" + amy, Map.of("muted", wanted))
                        .expect(200);
            }
            last = log.write(RoomLog.message(room, amy(archiver), "after"));
            texts(archiver.as("amy"), room, last);
            await().until(() -> committed(log, last) > last.position().offset());
            muted = await().until(() -> onTopic(room), OutageIntegrationTests::hasMuted);
        }
        postgres.close();
        Folders.delete(folder.resolve("postgres"));
        copy(backup, folder.resolve("postgres"));
        postgres = startPostgres(port);

        try (OwnArchiver archiver = archiver().awaitRunning()) {
            await().untilAsserted(() -> {
                assertThat(hasMuted(onTopic(room))).isFalse();
                assertThat(onTopic(room).revision()).isGreaterThan(muted.revision());
            });
            assertThat(texts(archiver.as("amy"), room, last)).containsExactly("before", "after");
        }
    }

    private RoomRecord onTopic(RoomId room) {
        return Objects.requireNonNull(
                TopicContents.rooms(kafka.bootstrapServers()).get(room));
    }

    private static boolean hasMuted(RoomRecord room) {
        return room.members().stream().anyMatch(RoomMember::muted);
    }

    private static long committed(RoomLog log, Cursor cursor) throws Exception {
        var offset = log.admin()
                .listConsumerGroupOffsets("homeroom-archiver")
                .partitionsToOffsetAndMetadata()
                .get()
                .get(new TopicPartition(Topics.MESSAGES, cursor.position().partition()));
        return offset == null ? -1 : offset.offset();
    }

    /** With owners and permissions, of which Postgres is particular. */
    private static void copy(Path from, Path to) throws Exception {
        assertThat(new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
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
