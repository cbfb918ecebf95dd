package dev.homeroom.archiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.OwnArchiver;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.backends.Database;
import dev.homeroom.contract.Topics;
import dev.homeroom.testing.Backends;
import dev.homeroom.testing.KafkaServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a demo school with content has at its first start, and that later starts leave it alone. */
class DemoContentIntegrationTests {
    private static final List<String> TABLES = List.of(
            "account",
            "school_group",
            "room",
            "entry",
            "rubric",
            "feedback",
            "feedback_answer",
            "flagged_word",
            "concern",
            "concern_report",
            "concern_decision");

    /** Its own, since archivers of one broker share its partitions, whatever their databases. */
    private final KafkaServer server = Backends.ownKafka();

    private final String kafka = server.bootstrapServers();
    private final Database database = Backends.freshDatabase();

    @AfterEach
    void stopKafka() {
        server.close();
    }

    private OwnArchiver start() {
        return OwnArchiver.start(kafka, database, "--homeroom.archiver.demo-content=true")
                .awaitRunning();
    }

    private static OwnArchiver complete(OwnArchiver archiver) {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> archiver.bean(JdbcClient.class)
                        .sql("SELECT complete FROM demo_content")
                        .query(Boolean.class)
                        .single());
        // What was removed and what was flagged is told behind it.
        await().until(() -> count(archiver, "entry WHERE removed_at IS NOT NULL") == 2
                && count(archiver, "concern WHERE flagged") == 2);
        return archiver;
    }

    private static long count(OwnArchiver archiver, String what) {
        return archiver.bean(JdbcClient.class)
                .sql("SELECT count(*) FROM " + what)
                .query(Long.class)
                .single();
    }

    private static Map<String, Long> counts(OwnArchiver archiver) {
        Map<String, Long> counts = new TreeMap<>();
        TABLES.forEach(table -> counts.put(table, count(archiver, table)));
        return counts;
    }

    private static List<JsonNode> items(Api api, String path) {
        List<JsonNode> items = new ArrayList<>();
        api.get(path).expect(200).json().path("items").forEach(items::add);
        return items;
    }

    private static List<String> texts(Api api, String path, String field) {
        return items(api, path).stream()
                .map(item -> item.path(field).asString())
                .toList();
    }

    private static String room(Api api, DemoRoom room) {
        return items(api, "/api/rooms").stream()
                .filter(item -> item.path("title").asString().equals(room.title()))
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static String id(OwnArchiver archiver, String username) {
        return archiver.as(username).get("/api/me").json().path("id").asString();
    }

    @Test
    void showsEverybodySomethingToDo() {
        try (OwnArchiver archiver = complete(start())) {
            seesTheTeacher(archiver);
            seesTheTalk(archiver);
            seesTheMarking(archiver);
            seesTheConcerns(archiver);
            seeTheStudents(archiver);
            assertThat(count(archiver, "entry")).isEqualTo(entries());
        }
    }

    private static void seesTheTeacher(OwnArchiver archiver) {
        Api teacher = archiver.as("teacher");
        assertThat(texts(teacher, "/api/rooms", "title"))
                .containsExactlyInAnyOrder(
                        Stream.of(DemoRoom.values()).map(DemoRoom::title).toArray(String[]::new));
        assertThat(texts(teacher, "/api/groups", "name")).containsExactly("Class 7b");
        JsonNode lessons =
                teacher.get("/api/rooms/" + room(teacher, DemoRoom.CLASS)).json();
        assertThat(lessons.path("members")).hasSize(12);
        JsonNode project =
                teacher.get("/api/rooms/" + room(teacher, DemoRoom.PROJECT)).json();
        assertThat(project.path("slow_mode").asInt()).isEqualTo(10);
        assertThat(project.path("members"))
                .filteredOn(member -> member.path("role").asString().equals("teacher"))
                .hasSize(2);
        assertThat(teacher.get("/api/rooms/" + room(teacher, DemoRoom.BOOKS))
                        .json()
                        .at("/hours/spans"))
                .hasSize(7);
        assertThat(archiver.as("wen").get("/api/rooms").json().path("items")).hasSize(1);
    }

    private static void seesTheTalk(OwnArchiver archiver) {
        Api teacher = archiver.as("teacher");
        String lessons = room(teacher, DemoRoom.CLASS);
        List<JsonNode> entries = items(teacher, "/api/rooms/" + lessons + "/transcript?limit=500");
        assertThat(entries).extracting(entry -> entry.path("kind").asString()).contains("message", "entered", "left");
        List<Instant> times = entries.stream()
                .filter(entry -> !entry.path("kind").asString().equals("removed"))
                .map(entry -> Instant.parse(entry.path("sent_at").asString()))
                .toList();
        assertThat(times).isSorted().allMatch(time -> time.isBefore(Instant.now()));
        assertThat(times.getFirst()).isBefore(Instant.now().minus(Duration.ofDays(9)));
        assertThat(times.getLast()).isAfter(Instant.now().minus(Duration.ofDays(2)));
        assertThat(texts(teacher, "/api/search?q=" + encoded("海绵"), "room_title"))
                .contains("Class 7b");
        assertThat(texts(teacher, "/api/search?q=puddle", "room_title")).contains("Class 7b");
        JsonNode participation = teacher.get("/api/rooms/" + lessons + "/participation")
                .expect(200)
                .json();
        assertThat(participation.path("items"))
                .filteredOn(line -> line.path("name").asString().equals("Rosa Dormouse"))
                .singleElement()
                .satisfies(rosa -> assertThat(rosa.path("messages").asInt()).isZero());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void seesTheMarking(OwnArchiver archiver) {
        Api teacher = archiver.as("teacher");
        String lessons = "/api/rooms/" + room(teacher, DemoRoom.CLASS);
        assertThat(teacher.get(lessons + "/rubric").json().path("criteria")).hasSize(3);
        JsonNode ben = teacher.get(lessons + "/marking/" + id(archiver, "ben"))
                .expect(200)
                .json();
        assertThat(ben.at("/grade/state").asString()).isEqualTo("draft");
        assertThat(ben.at("/comments/0/state").asString()).isEqualTo("draft");
        JsonNode chen =
                teacher.get(lessons + "/marking/" + id(archiver, "chen")).json();
        assertThat(chen.at("/comments/0/messages")).hasSize(3);
        assertThat(teacher.get("/api/feedback/news").json().path("answers").asInt())
                .isEqualTo(1);
    }

    private static void seesTheConcerns(OwnArchiver archiver) {
        Api teacher = archiver.as("teacher");
        assertThat(items(teacher, "/api/concerns?state=open")).hasSize(2).anySatisfy(concern -> {
            assertThat(concern.path("reports")).hasSize(1);
            assertThat(concern.at("/words/0").asString()).isEqualTo("shut up");
        });
        assertThat(items(teacher, "/api/concerns?state=closed"))
                .singleElement()
                .satisfies(
                        concern -> assertThat(concern.at("/decisions/0/outcome").asString())
                                .isEqualTo("message_removed"));
        Api lead = archiver.as("lead");
        assertThat(lead.get("/api/me").json().path("safeguarding_lead").asBoolean())
                .isTrue();
        assertThat(items(lead, "/api/concerns?state=passed_on")).hasSize(1);
        assertThat(items(lead, "/api/concerns?state=open")).hasSize(2);
        assertThat(texts(archiver.as("admin"), "/api/flagged-words", "text")).contains("shut up", "笨蛋");
    }

    private static void seeTheStudents(OwnArchiver archiver) {
        Api amy = archiver.as("amy");
        assertThat(items(amy, "/api/feedback"))
                .extracting(item -> item.path("kind").asString())
                .containsExactlyInAnyOrder("comment", "grade");
        assertThat(items(amy, "/api/feedback"))
                .anySatisfy(item -> assertThat(item.path("answers")).hasSize(1));
        assertThat(items(archiver.as("ben"), "/api/feedback")).isEmpty();
        assertThat(items(amy, "/api/rooms/" + room(amy, DemoRoom.CLASS) + "/messages?limit=200"))
                .filteredOn(item -> item.path("removed").asBoolean())
                .hasSize(2)
                .allMatch(item -> item.path("message").isNull());
    }

    @Test
    void addsNothingAtALaterStart() {
        Map<String, Long> first;
        long records;
        try (OwnArchiver archiver = complete(start())) {
            first = counts(archiver);
            records = records();
        }
        try (OwnArchiver archiver = complete(start())) {
            assertThat(counts(archiver)).isEqualTo(first);
            assertThat(records()).isEqualTo(records);
        }
    }

    private long records() {
        return TopicContents.all(kafka, Topics.MESSAGES).size();
    }

    @Test
    void completesWhatAnEarlierStartLeftHalfDone() throws Exception {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.username(), database.password())) {
            CompletableFuture<Void> locked = CompletableFuture.runAsync(() -> lockRubrics(connection));
            try (OwnArchiver archiver = start()) {
                locked.get();
                await().atMost(Duration.ofMinutes(2)).until(() -> count(archiver, "entry") > 0);
                assertThat(count(archiver, "demo_content WHERE complete")).isZero();
            }
            connection.rollback();
        }
        Map<String, Long> completed;
        try (OwnArchiver archiver = complete(start())) {
            completed = counts(archiver);
            seesTheMarking(archiver);
            seesTheConcerns(archiver);
        }
        assertThat(completed)
                .containsEntry("room", 3L)
                .containsEntry("feedback", 9L)
                .containsEntry("account", 15L);
        assertThat(Objects.requireNonNull(completed.get("entry"))).isEqualTo(entries());
    }

    /** As soon as there are any, so that nothing can be marked. */
    private static void lockRubrics(Connection connection) {
        await().pollInterval(Duration.ofMillis(20)).until(() -> {
            try (ResultSet found = connection.createStatement().executeQuery("SELECT to_regclass('rubric')")) {
                return found.next() && found.getString(1) != null;
            }
        });
        try {
            connection.setAutoCommit(false);
            connection.createStatement().execute("LOCK TABLE rubric IN ACCESS EXCLUSIVE MODE");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As many as the scripts have moments. */
    private static long entries() {
        List<Script> scripts =
                Stream.of(DemoRoom.values()).map(DemoRoom::script).toList();
        Timetable timetable = Timetable.before(Instant.now(), SchoolYear.zone(), scripts);
        return scripts.stream().mapToLong(script -> timetable.of(script).size()).sum();
    }

    @Test
    void leavesASchoolPlainThatShallHaveNoContent() {
        try (OwnArchiver archiver = OwnArchiver.start(kafka, database).awaitRunning()) {
            assertThat(texts(archiver.as("teacher"), "/api/rooms", "title")).containsExactly("Class 7b");
        }
        try (OwnArchiver archiver = start()) {
            assertThat(count(archiver, "demo_content")).isZero();
            assertThat(texts(archiver.as("teacher"), "/api/rooms", "title")).containsExactly("Class 7b");
        }
    }
}
