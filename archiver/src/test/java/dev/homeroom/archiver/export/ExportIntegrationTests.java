package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.Conversation;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.SchoolId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Exports at once and in the background. */
class ExportIntegrationTests extends Conversation {
    private static final Pattern STUDENT = Pattern.compile("Student [2-9A-Z]{4,}");

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Schools schools;

    @Autowired
    private Accounts accounts;

    private RoomId room;

    /** What a test has made unreadable, others read too. */
    @AfterEach
    void dropSpoiledEntries() {
        jdbc.sql("DELETE FROM entry WHERE kind = 99").update();
    }

    @BeforeEach
    void makeRoom() {
        room = newRoom("Amy and =sums");
    }

    @AfterEach
    void tidyUp() {
        jdbc.sql("DELETE FROM export").update();
    }

    private Cursor say(RoomId where, Author author, String text) {
        return log.write(RoomLog.message(where, author, text));
    }

    private void converse() {
        say(room, amy, "hello <b>you</b>");
        say(room, teacher, "well done, Amy");
        awaitArchived(room, say(room, amy, "你好，世界 👍"));
    }

    private String path(String rest) {
        return "/api/rooms/" + room + "/transcript" + rest;
    }

    private Map<String, Object> of(RoomId which, String format) {
        return new HashMap<>(Map.of("room", which.toString(), "format", format));
    }

    private Api.Answer order(String username, Map<String, Object> request) {
        return as(username).post("/api/exports", request);
    }

    private String ordered(String username, Map<String, Object> request) {
        return order(username, request).expect(202).json().path("id").asString();
    }

    private JsonNode awaitEnd(String username, String export) {
        Api api = as(username);
        return await().until(
                        () -> api.get("/api/exports/" + export).expect(200).json(),
                        json -> List.of("done", "failed")
                                .contains(json.path("state").asString()));
    }

    private String file(String username, String export) {
        return as(username).get("/api/exports/" + export + "/file").expect(200).text();
    }

    @Test
    void writesAPageThatNeedsNothingElse() {
        converse();

        Api.Answer html = as("teacher").get(path(".html?zone=Asia/Shanghai")).expect(200);

        assertThat(html.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=utf-8");
        assertThat(html.header("Content-Disposition")).startsWith("attachment").contains(".html");
        assertThat(html.text())
                .contains("<html lang=\"en\">", "<h1 dir=\"auto\">Amy and =sums</h1>", "Exported by Teacher, ")
                .contains("(Asia/Shanghai)", "hello &lt;b&gt;you&lt;/b&gt;", "你好，世界 👍")
                .doesNotContain("<script", "http://", "https://");
    }

    @Test
    void writesAPdf() {
        converse();

        Api.Answer pdf = as("teacher").get(path(".pdf?language=zh")).expect(200);

        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.text()).startsWith("%PDF-").endsWith("%%EOF\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "json", "html", "pdf"})
    void writesInTheBackgroundWhatItWritesAtOnce(String format) {
        converse();

        JsonNode job = awaitEnd("teacher", ordered("teacher", of(room, format)));

        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("title").asString()).isEqualTo("Amy and =sums");
        assertThat(job.path("done").asInt()).isEqualTo(3);
        assertThat(job.path("total").asInt()).isEqualTo(3);
        Api.Answer file = as("teacher")
                .get("/api/exports/" + job.path("id").asString() + "/file")
                .expect(200);
        assertThat(file.header("Content-Length")).isEqualTo(job.path("size").asString());
        assertThat(file.header("Content-Disposition")).contains("." + format);
        Api.Answer atOnce = as("teacher").get(path("." + format)).expect(200);
        assertThat(file.header("Content-Type")).isEqualTo(atOnce.header("Content-Type"));
        if (format.equals("csv")) {
            assertThat(file.text()).isEqualTo(atOnce.text());
        }
    }

    @Test
    void narrowsDownAsATranscriptDoes() {
        converse();
        Map<String, Object> request = of(room, "csv");
        request.put("account", amy.account().toString());
        request.put("text", "hello");
        request.put("bom", false);

        String export = ordered("teacher", request);

        assertThat(awaitEnd("teacher", export).path("total").asInt()).isEqualTo(1);
        assertThat(file("teacher", export).lines()).hasSize(2).last().asString().contains("hello");
    }

    @Test
    void takesTheWordsOfOnePersonOutOfAllRoomsThatTheCallerReads() {
        converse();
        Author chen = author("chen");
        RoomId second = newRoom("Second");
        say(room, chen, "in the first");
        awaitArchived(second, say(second, chen, "in the second"));
        Api other = newcomer("teacher");
        String foreign = other.post(
                        "/api/rooms",
                        Map.of(
                                "title",
                                "Foreign",
                                "members",
                                List.of(amy.account().toString())))
                .expect(201)
                .json()
                .path("id")
                .asString();
        awaitArchived(RoomId.parse(foreign), say(RoomId.parse(foreign), chen, "in the foreign one"));
        Map<String, Object> request =
                new HashMap<>(Map.of("account", chen.account().toString(), "format", "csv"));

        JsonNode job = awaitEnd("teacher", ordered("teacher", request));
        String csv = file("teacher", job.path("id").asString());

        assertThat(job.path("title").asString()).isEqualTo("Chen");
        assertThat(job.path("room").isNull()).isTrue();
        assertThat(csv)
                .contains("user_id,message,removed,id,room,room_title")
                .contains("in the first", "in the second", room.toString(), ",Second\r\n")
                .doesNotContain("hello", "in the foreign one");
        request.put("format", "json");
        JsonNode json = readJson(file(
                "teacher",
                awaitEnd("teacher", ordered("teacher", request)).path("id").asString()));
        assertThat(json.path("rooms"))
                .extracting(each -> each.path("title").asString())
                .contains("Amy and =sums", "Second")
                .doesNotContain("Foreign");
    }

    private static JsonNode readJson(String text) {
        return JsonMapper.shared().readTree(text);
    }

    @Test
    void hidesNamesBehindCodesThatStay() {
        converse();
        RoomId second = newRoom("Second");
        awaitArchived(second, say(second, amy, "I am amy"));
        List<String> files = new ArrayList<>();
        for (String format : List.of("csv", "json", "html")) {
            Map<String, Object> request = of(room, format);
            request.put("names", "pseudonyms");
            JsonNode job = awaitEnd("teacher", ordered("teacher", request));
            assertThat(job.path("file_name").asString()).doesNotContain("Amy").contains("Student");
            files.add(file("teacher", job.path("id").asString()));
        }
        files.add(as("teacher").get(path(".csv?names=pseudonyms")).expect(200).text());

        String code = STUDENT.matcher(files.getFirst())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(files)
                .allSatisfy(text -> assertThat(text)
                        .contains("well done, " + code, "Teacher ")
                        .doesNotContain(
                                "Amy",
                                "by Teacher,",
                                amy.account().toString(),
                                teacher.account().toString()));
        assertThat(as("teacher")
                        .get("/api/rooms/" + second + "/transcript.csv?names=pseudonyms&language=zh")
                        .text())
                .contains("I am 学生" + code.substring("Student ".length()));
    }

    @Test
    void refusesWhatCannotBe() {
        Api api = as("teacher");
        String id = room.toString();
        api.post("/api/exports", Map.of("format", "csv")).expectInvalid("room");
        api.post("/api/exports", Map.of("room", id)).expectInvalid("format");
        api.post("/api/exports", Map.of("room", "7", "format", "csv")).expectInvalid("room");
        api.post("/api/exports", Map.of("room", id, "format", "docx")).expectInvalid("format");
        api.post("/api/exports", Map.of("room", id, "format", "csv", "names", "none"))
                .expectInvalid("names");
        api.post("/api/exports", Map.of("room", id, "format", "csv", "language", "fr"))
                .expectInvalid("language");
        api.post("/api/exports", Map.of("room", id, "format", "csv", "zone", "Moon"))
                .expectInvalid("zone");
        api.post("/api/exports", Map.of("room", id, "format", "csv", "from", "noon"))
                .expectInvalid("from");
        api.post("/api/exports", Map.of("room", id, "format", "csv", "kind", "sung"))
                .expectInvalid("kind");
        api.post("/api/exports", Map.of("room", id, "format", "csv", "text", "?!"))
                .expectInvalid("text");
        api.post("/api/exports", Map.of("room", id, "format", "csv", "colour", "red"))
                .expectInvalid("colour");
        api.post(
                        "/api/exports",
                        Map.of(
                                "room",
                                id,
                                "format",
                                "csv",
                                "group",
                                UUID.randomUUID().toString()))
                .expectProblem(404, "group-not-found");
        api.post("/api/exports", Map.of("account", UUID.randomUUID().toString(), "format", "csv"))
                .expectProblem(404, "account-not-found");
        api.get("/api/exports/7").expectInvalid("id");
        api.get("/api/exports/" + UUID.randomUUID()).expectProblem(404, "export-not-found");
        assertThat(api.get("/api/exports").json().path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"names=none, names", "language=fr, language", "zone=Moon, zone"})
    void refusesParametersThatCannotBe(String parameter, String field) {
        for (String ending : List.of("csv", "json", "html", "pdf")) {
            as("teacher").get(path("." + ending + "?" + parameter)).expectInvalid(field);
        }
    }

    private Api newcomer(String role) {
        return newcomer(schools.named("Demo School").orElseThrow(), role);
    }

    private Api newcomer(SchoolId school, String role) {
        String username = "u" + UUID.randomUUID();
        accounts.create(school, new NewAccount(username, "Newcomer", Role.of(role), "long enough"));
        return api().signedIn(username, "long enough");
    }

    @Test
    void takesNoOrdersForWhatIsNotTheCallers() {
        converse();
        Api colleague = newcomer("teacher");
        Api elsewhere = newcomer(schools.create("School " + UUID.randomUUID()), "teacher");
        Map<String, Object> person = Map.of("account", amy.account().toString(), "format", "csv");

        for (Api stranger : List.of(colleague, elsewhere)) {
            stranger.post("/api/exports", of(room, "csv")).expectProblem(404, "room-not-found");
        }
        elsewhere.post("/api/exports", person).expectProblem(404, "account-not-found");
        colleague.post("/api/exports", person).expectProblem(409, "nothing-to-export");
        order("amy", of(room, "csv")).expectProblem(403, "forbidden");
        order("amy", new HashMap<>(person)).expectProblem(403, "forbidden");
        assertThat(jdbc.sql("SELECT count(*) FROM export").query(Long.class).single())
                .isZero();
    }

    @Test
    void isNobodyElses() {
        String export = ordered("teacher", of(room, "csv"));
        awaitEnd("teacher", export);

        for (String other : List.of("admin", "amy")) {
            as(other).get("/api/exports/" + export).expectProblem(404, "export-not-found");
            as(other).get("/api/exports/" + export + "/file").expectProblem(404, "export-not-found");
            as(other).delete("/api/exports/" + export).expectProblem(404, "export-not-found");
            assertThat(as(other).get("/api/exports").json().path("items")).isEmpty();
        }
    }

    @Test
    void isGoneForWhoeverHasLostTheRoom() {
        String colleague = "u" + UUID.randomUUID();
        accounts.create(
                schools.named("Demo School").orElseThrow(),
                new NewAccount(colleague, "Colleague", Role.TEACHER, "long enough"));
        Api api = api().signedIn(colleague, "long enough");
        String id = api.get("/api/me").json().path("id").asString();
        setMembers(List.of(id));
        String export = api.post("/api/exports", of(room, "csv"))
                .expect(202)
                .json()
                .path("id")
                .asString();
        await().untilAsserted(() -> api.get("/api/exports/" + export + "/file").expect(200));

        setMembers(List.of());

        api.get("/api/exports/" + export + "/file").expectProblem(404, "export-not-found");
        api.get("/api/exports/" + export).expectProblem(404, "export-not-found");
        assertThat(api.get("/api/exports").json().path("items")).isEmpty();
        api.delete("/api/exports/" + export).expect(204);
    }

    @Test
    void isGoneForWhoeverSeesItsConcernsNoMore() {
        converse();
        String username = "u" + UUID.randomUUID();
        accounts.create(
                schools.named("Demo School").orElseThrow(),
                new NewAccount(username, "Lead", Role.ADMIN, "long enough"));
        Api lead = api().signedIn(username, "long enough");
        String id = lead.get("/api/me").json().path("id").asString();
        as("admin")
                .patch("/api/accounts/" + id, Map.of("safeguarding_lead", true))
                .expect(200);
        Map<String, Object> request = of(room, "csv");
        request.put("flagged", true);
        String flagged =
                lead.post("/api/exports", request).expect(202).json().path("id").asString();
        String whole = lead.post("/api/exports", of(room, "csv"))
                .expect(202)
                .json()
                .path("id")
                .asString();
        for (String export : List.of(flagged, whole)) {
            await().untilAsserted(
                            () -> lead.get("/api/exports/" + export + "/file").expect(200));
        }

        as("admin")
                .patch("/api/accounts/" + id, Map.of("safeguarding_lead", false))
                .expect(200);

        lead.get("/api/exports/" + flagged + "/file").expectProblem(404, "export-not-found");
        lead.get("/api/exports/" + whole + "/file").expect(200);
        assertThat(lead.get("/api/exports").json().path("items"))
                .extracting(item -> item.path("id").asString())
                .containsExactly(whole);
        as("admin").patch("/api/accounts/" + id, Map.of("active", false)).expect(200);
    }

    @Test
    void saysInItsNameWhetherItIsFiltered() {
        converse();
        Map<String, Object> person = Map.of("account", amy.account().toString(), "format", "csv");
        assertThat(awaitEnd("teacher", ordered("teacher", new HashMap<>(person)))
                        .path("file_name")
                        .asString())
                .doesNotContain("filtered");
        for (Map<String, Object> filter : List.<Map<String, Object>>of(
                Map.of("from", "2020-01-01T00:00:00Z"),
                Map.of("to", "2090-01-01T00:00:00Z"),
                Map.of("text", "hello"),
                Map.of("kind", "message"),
                Map.of("unmarked", true))) {
            for (Map<String, Object> base : List.of(person, of(room, "csv"))) {
                Map<String, Object> request = new HashMap<>(base);
                request.putAll(filter);
                String export = ordered("teacher", request);
                JsonNode ended = awaitEnd("teacher", export);
                assertThat(ended.path("file_name").asString())
                        .as("%s: %s", request, ended)
                        .endsWith(" filtered.csv");
                as("teacher").delete("/api/exports/" + export).expect(204);
            }
        }
    }

    @Test
    void saysInItsNameWhetherItHasCodes() {
        converse();
        Map<String, Object> request = of(room, "csv");
        request.put("names", "pseudonyms");

        assertThat(awaitEnd("teacher", ordered("teacher", request))
                        .path("file_name")
                        .asString())
                .endsWith(" codes.csv");
    }

    /** A program that is given a file knows as much of it as a person who sees its name. */
    @Test
    void saysInItsJsonWhatItIsOf() {
        converse();

        JsonNode whole = as("teacher").get(path(".json")).json();
        assertThat(whole.path("filtered").booleanValue()).isFalse();
        assertThat(whole.path("from").isNull()).isTrue();
        assertThat(whole.path("names").stringValue()).isEqualTo("names");

        JsonNode part = as("teacher")
                .get(path(".json") + "?from=2020-01-01T00:00:00Z&kind=message&names=pseudonyms")
                .json();
        assertThat(part.path("filtered").booleanValue()).isTrue();
        assertThat(part.path("from").stringValue()).isEqualTo("2020-01-01T00:00:00.000Z");
        assertThat(part.path("names").stringValue()).isEqualTo("pseudonyms");

        JsonNode span =
                as("teacher").get(path(".json") + "?from=2020-01-01T00:00:00Z").json();
        assertThat(span.path("filtered").booleanValue()).isFalse();
    }

    private void setMembers(List<String> members) {
        as("teacher").patch("/api/rooms/" + room, Map.of("members", members)).expect(200);
    }

    @Test
    void beginsAnewWhatWasLeftBegunWithoutASignOfLife() {
        converse();
        String export = ordered("teacher", of(room, "csv"));
        awaitEnd("teacher", export);
        String whole = file("teacher", export);
        UUID dead = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO export_part (export, run, number, bytes)
                        SELECT id, ?, number, 'of the dead one' FROM export CROSS JOIN generate_series(0, 2) number WHERE id = ?
                        """).params(dead, UUID.fromString(export)).update();
        jdbc.sql("""
                        UPDATE export SET state = 'running', run = ?, done = 2, lease_until = now() - interval '1 second'
                        WHERE id = ?
                        """).params(dead, UUID.fromString(export)).update();

        assertThat(awaitEnd("teacher", export).path("state").asString()).isEqualTo("done");
        assertThat(file("teacher", export)).isEqualTo(whole);
        assertThat(jdbc.sql("SELECT count(*) FROM export_part WHERE run = ?")
                        .param(dead)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesAloneWhatAnotherArchiverIsWriting() {
        String export = ordered("teacher", of(room, "csv"));
        awaitEnd("teacher", export);
        jdbc.sql("""
                        UPDATE export SET state = 'running', run = ?, lease_until = now() + interval '1 hour' WHERE id = ?
                        """).params(UUID.randomUUID(), UUID.fromString(export)).update();

        awaitEnd("teacher", ordered("teacher", of(room, "json")));

        JsonNode other = as("teacher").get("/api/exports/" + export).json();
        assertThat(other.path("state").asString()).isEqualTo("running");
        as("teacher").get("/api/exports/" + export + "/file").expectProblem(409, "not-finished");
    }

    @Test
    void givesUpWhatArchiversDieOf() {
        String export = ordered("teacher", of(room, "csv"));
        awaitEnd("teacher", export);
        jdbc.sql("""
                        UPDATE export SET state = 'running', run = ?, attempts = 3, lease_until = now() - interval '1 second'
                        WHERE id = ?
                        """).params(UUID.randomUUID(), UUID.fromString(export)).update();

        JsonNode failed = awaitEnd("teacher", export);

        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("problem").asString()).isEqualTo("given-up");
        as("teacher").get("/api/exports/" + export + "/file").expectProblem(409, "export-failed");
    }

    @Test
    void saysThatItFailed() {
        converse();
        jdbc.sql("UPDATE entry SET kind = 99 WHERE room = ?")
                .param(room.value())
                .update();

        JsonNode failed = awaitEnd("teacher", ordered("teacher", of(room, "csv")));

        assertThat(failed.path("state").asString()).isEqualTo("failed");
        assertThat(failed.path("problem").asString()).isEqualTo("internal-error");
    }

    @Test
    void keepsNoFileLongerThanItShould() {
        String export = ordered("teacher", of(room, "csv"));
        awaitEnd("teacher", export);
        jdbc.sql("UPDATE export SET expires_at = now() WHERE id = ?")
                .param(UUID.fromString(export))
                .update();

        as("teacher").get("/api/exports/" + export).expectProblem(404, "export-not-found");
        await().untilAsserted(() -> assertThat(parts(export)).isZero());
    }

    @Test
    void deletesTheFileToo() {
        String export = ordered("teacher", of(room, "csv"));
        awaitEnd("teacher", export);
        assertThat(parts(export)).isPositive();

        as("teacher").delete("/api/exports/" + export).expect(204);

        as("teacher").get("/api/exports/" + export).expectProblem(404, "export-not-found");
        as("teacher").delete("/api/exports/" + export).expectProblem(404, "export-not-found");
        assertThat(parts(export)).isZero();
    }

    private long parts(String export) {
        return jdbc.sql("SELECT count(*) FROM export_part WHERE export = ?")
                .param(UUID.fromString(export))
                .query(Long.class)
                .single();
    }

    @Test
    void keepsALongOneInParts() {
        String text = "long enough to fill more than one part of the file ".repeat(40);
        IntStream.range(0, 400).forEach(_ -> log.send(RoomLog.message(room, amy, text)));
        log.flush();
        awaitArchived(room, say(room, amy, "last"));

        JsonNode job = awaitEnd("teacher", ordered("teacher", of(room, "csv")));

        assertThat(parts(job.path("id").asString())).isGreaterThan(3);
        assertThat(file("teacher", job.path("id").asString()))
                .isEqualTo(as("teacher").get(path(".csv")).text());
    }
}
