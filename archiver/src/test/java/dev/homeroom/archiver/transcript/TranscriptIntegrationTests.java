package dev.homeroom.archiver.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.Conversation;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Reading history, transcripts and exports over HTTP. */
class TranscriptIntegrationTests extends Conversation {
    @Autowired
    private JdbcClient jdbc;

    private RoomId room;

    /** What a test has made unreadable, others read too. */
    @AfterEach
    void dropSpoiledEntries() {
        jdbc.sql("DELETE FROM entry WHERE kind = 99").update();
    }

    @BeforeEach
    void makeRoom() {
        room = newRoom("7b / = sums");
    }

    private Cursor say(Author author, String text) {
        return log.write(RoomLog.message(room, author, text));
    }

    private Cursor sayAt(String text, Instant sentAt) {
        return log.write(RoomLog.message(MessageId.create(), room, amy, text, sentAt));
    }

    private void awaitArchived(Cursor cursor) {
        awaitArchived(room, cursor);
    }

    private JsonNode messages(String query) {
        return as("amy")
                .get("/api/rooms/" + room + "/messages?" + query)
                .expect(200)
                .json();
    }

    private JsonNode transcript(String query) {
        return as("teacher")
                .get("/api/rooms/" + room + "/transcript?" + query)
                .expect(200)
                .json();
    }

    private static List<String> texts(JsonNode page) {
        List<String> texts = new ArrayList<>();
        page.path("items").forEach(item -> texts.add(item.path("message").asString()));
        return texts;
    }

    @Test
    void pagesBackThroughHistory() {
        Cursor last = IntStream.range(0, 7)
                .mapToObj(i -> say(amy, "m" + i))
                .reduce((_, cursor) -> cursor)
                .orElseThrow();

        JsonNode newest = messages("limit=3&through=" + last.text());
        assertThat(texts(newest)).containsExactly("m4", "m5", "m6");
        JsonNode older = messages("limit=3&before=" + newest.path("before").asString());
        assertThat(texts(older)).containsExactly("m1", "m2", "m3");
        JsonNode oldest = messages("limit=3&before=" + older.path("before").asString());
        assertThat(texts(oldest)).containsExactly("m0");
        assertThat(oldest.path("before").isNull()).isTrue();
    }

    @Test
    void pagesForwardFromCursor() {
        Cursor first = say(amy, "m0");
        awaitArchived(say(amy, "m1"));

        assertThat(texts(messages("after=" + first.text()))).containsExactly("m1");
        assertThat(texts(messages("limit=1&after=" + first.text()))).containsExactly("m1");
    }

    @Test
    void showsOnlyUpToCursor() {
        Cursor first = say(amy, "seen");
        awaitArchived(say(amy, "live"));

        assertThat(texts(messages("through=" + first.text()))).containsExactly("seen");
    }

    @Test
    void saysWhenTheArchiveIsBehind() {
        Cursor last = say(amy, "stored");
        awaitArchived(last);
        Position position = last.position();
        Cursor ahead = new Cursor(position.withOffset(position.offset() + 1_000));
        Cursor elsewhere = new Cursor(new Position(UUID.randomUUID(), position.partition(), 5));

        assertThat(messages("through=" + ahead.text()).path("complete").asBoolean())
                .isFalse();
        assertThat(texts(messages("through=" + elsewhere.text()))).containsExactly("stored");
    }

    @Test
    void refusesCursorsThatCannotBe() {
        Cursor last = say(amy, "x");
        awaitArchived(last);
        Position position = last.position();
        String foreign = new Cursor(new Position(position.topicId(), position.partition() == 0 ? 1 : 0, 5)).text();
        String unknown = new Cursor(new Position(UUID.randomUUID(), position.partition(), 5)).text();
        Api member = as("amy");

        for (String parameter : List.of("through", "before", "after")) {
            String path = "/api/rooms/" + room + "/messages?" + parameter + "=";
            member.get(path + "nonsense").expectInvalid(parameter);
            member.get(path + foreign).expectInvalid(parameter);
        }
        member.get("/api/rooms/" + room + "/messages?before=" + unknown).expectInvalid("before");
        member.get("/api/rooms/" + room + "/messages?before=" + last.text() + "&after=" + last.text())
                .expectInvalid("before");
        member.get("/api/rooms/" + room + "/messages?limit=201").expectInvalid("limit");
        as("teacher")
                .get("/api/rooms/" + room + "/transcript?before=" + foreign)
                .expectInvalid("before");
    }

    @Test
    void filtersTranscript() {
        log.write(RoomLog.entered(room, amy));
        Instant early = RoomLog.now().minusSeconds(3600);
        sayAt("Good morning 100%", early);
        say(amy, "早上好，老师");
        awaitArchived(say(teacher, "good day_to you"));

        assertThat(texts(transcript("account=" + amy.account() + "&kind=message")))
                .containsExactly("Good morning 100%", "早上好，老师");
        assertThat(texts(transcript("text=GOOD"))).containsExactly("Good morning 100%", "good day_to you");
        assertThat(texts(transcript("text=" + encoded("早上")))).containsExactly("早上好，老师");
        assertThat(texts(transcript("text=" + encoded("100%")))).containsExactly("Good morning 100%");
        assertThat(texts(transcript("text=" + encoded("\"morning good\"")))).isEmpty();
        assertThat(texts(transcript("text=good&account=" + amy.account()))).containsExactly("Good morning 100%");
        assertThat(transcript("text=GOOD").path("items").get(0).path("found").toString())
                .isEqualTo("[{\"start\":0,\"end\":4}]");
        assertThat(texts(transcript("to=" + early.plusSeconds(1)))).containsExactly("Good morning 100%");
        assertThat(texts(transcript("kind=message&from=" + early.plusSeconds(1))))
                .hasSize(2);
        assertThat(transcript("kind=entered").path("items").size()).isEqualTo(1);
        assertThat(transcript("").path("total").asInt()).isEqualTo(4);
        assertThat(transcript("kind=entered").path("total").isNull()).isTrue();
    }

    @Test
    void refusesFiltersThatCannotBe() {
        Api reader = as("teacher");
        String path = "/api/rooms/" + room + "/transcript?";
        assertThat(reader.get(path + "account=7").expectInvalid("account").text())
                .doesNotContain("java", "convert", "7\"");
        reader.get(path + "from=yesterday").expectInvalid("from");
        reader.get(path + "to=" + encoded("+999999999-01-01T00:00:00Z")).expectInvalid("to");
        reader.get(path + "text=a%00b").expectInvalid("text");
        reader.get(path + "text=" + "x".repeat(201)).expectInvalid("text");
        reader.get(path + "text=" + encoded("?!")).expectInvalid("text");
        reader.get(path + "kind=sung").expectInvalid("kind");
        reader.get(path + "group=7").expectInvalid("group");
        reader.get(path + "group=" + UUID.randomUUID()).expectProblem(404, "group-not-found");
        reader.get(path + "at=noon").expectInvalid("at");
        reader.get(path + "message=7").expectInvalid("message");
        reader.get(path + "message=" + UUID.randomUUID()).expectProblem(404, "message-not-found");
        reader.get(path + "at=2026-01-31T08:00:00Z&message=" + UUID.randomUUID())
                .expectInvalid("before");
    }

    @Test
    void showsWhatWasRemovedToThoseWhoMayKnow() {
        var message = RoomLog.message(room, amy, "shout");
        awaitArchived(log.write(message));
        as("teacher").delete("/api/rooms/" + room + "/messages/" + message.id()).expect(204);
        await().until(() -> transcript("").path("items").get(0).path("removed").asBoolean());

        JsonNode shown = transcript("text=shout").path("items").get(0);
        assertThat(shown.path("message").asString()).isEqualTo("shout");
        assertThat(shown.path("removal").path("by").asString()).isEqualTo("Teacher");
        assertThat(Instant.parse(shown.path("removal").path("at").asString())).isBefore(Instant.now());
        assertThat(as("amy").get("/api/rooms/" + room + "/messages").text()).doesNotContain("shout", "removal");
        for (String export : List.of("/transcript.csv", "/transcript.json")) {
            assertThat(as("teacher").get("/api/rooms/" + room + export).text()).doesNotContain("shout");
        }
    }

    @Test
    void opensAroundAMessage() {
        List<MessageId> ids = Stream.generate(MessageId::create).limit(9).toList();
        IntStream.range(0, 8).forEach(i -> log.send(RoomLog.message(ids.get(i), room, amy, "m" + i, RoomLog.now())));
        awaitArchived(log.write(RoomLog.message(ids.get(8), room, amy, "m8", RoomLog.now())));

        JsonNode around = transcript("limit=4&message=" + ids.get(4));
        assertThat(texts(around)).containsExactly("m3", "m4", "m5", "m6");
        assertThat(around.path("at").asString()).isEqualTo(ids.get(4).toString());
        assertThat(texts(transcript("limit=2&before=" + around.path("before").asString())))
                .containsExactly("m1", "m2");
        JsonNode newer = transcript("limit=2&after=" + around.path("after").asString());
        assertThat(texts(newer)).containsExactly("m7", "m8");
        assertThat(newer.path("after").isNull()).isTrue();
        JsonNode all = transcript("message=" + ids.get(4));
        assertThat(texts(all)).hasSize(9);
        assertThat(all.path("before").isNull() && all.path("after").isNull()).isTrue();
    }

    @Test
    void opensOnADay() {
        Instant now = RoomLog.now();
        sayAt("three days ago", now.minus(Duration.ofDays(3)));
        sayAt("yesterday", now.minus(Duration.ofDays(1)));
        awaitArchived(sayAt("today", now));

        JsonNode around = transcript("at=" + now.minus(Duration.ofDays(2)));
        assertThat(texts(around)).containsExactly("three days ago", "yesterday", "today");
        assertThat(around.path("at").asString())
                .isEqualTo(around.path("items").get(1).path("id").asString());
        assertThat(transcript("at=" + now.plusSeconds(60)).path("at").isNull()).isTrue();
        assertThat(transcript("text=today&at=" + now.minus(Duration.ofDays(2))).path("items"))
                .hasSize(1);
    }

    @Test
    void filtersByGroup() {
        Author ben = author("ben");
        String group = as("teacher")
                .post(
                        "/api/groups",
                        Map.of("name", "G", "members", List.of(ben.account().toString())))
                .expect(201)
                .json()
                .path("id")
                .asString();
        say(amy, "of amy");
        awaitArchived(say(ben, "of ben"));

        assertThat(texts(transcript("group=" + group))).containsExactly("of ben");
        assertThat(texts(transcript("group=" + group + "&account=" + ben.account())))
                .containsExactly("of ben");
        assertThat(texts(transcript("group=" + group + "&account=" + amy.account())))
                .isEmpty();
        assertThat(texts(transcript("group=" + group + "&text=amy"))).isEmpty();
    }

    @Test
    void knowsWhoWasAMemberWhen() {
        Author ben = author("ben");
        Instant before = Instant.now();
        setMembers(amy, ben);
        Instant together = Instant.now();
        setMembers(amy);
        Instant without = Instant.now();
        setMembers(amy, ben);

        assertThat(membersAt(before)).containsExactly("Amy", "Teacher");
        assertThat(membersAt(together)).containsExactly("Amy", "Ben", "Teacher");
        assertThat(membersAt(without)).containsExactly("Amy", "Teacher");
        assertThat(membersAt(Instant.now())).containsExactly("Amy", "Ben", "Teacher");
        assertThat(membersAt(before.minusSeconds(3600))).isEmpty();
        String path = "/api/rooms/" + room + "/members";
        as("amy").get(path).expectProblem(403, "forbidden");
        as("chen").get(path).expectProblem(404, "room-not-found");
        as("teacher").get(path + "?at=then").expectInvalid("at");
    }

    private void setMembers(Author... members) {
        as("teacher")
                .patch(
                        "/api/rooms/" + room,
                        Map.of(
                                "members",
                                Stream.of(members)
                                        .map(member -> member.account().toString())
                                        .toList()))
                .expect(200);
    }

    private List<String> membersAt(Instant time) {
        List<String> names = new ArrayList<>();
        as("teacher")
                .get("/api/rooms/" + room + "/members?at=" + time)
                .expect(200)
                .json()
                .path("items")
                .forEach(member -> names.add(member.path("display_name").asString()));
        return names;
    }

    @Test
    void exportsCsvThatNoSpreadsheetTakesForFormulas() {
        say(amy, "=HYPERLINK(\"http://elsewhere.example\")");
        say(amy, "two\nlines, \"quoted\"");
        awaitArchived(say(amy, "+1"));

        Api.Answer csv =
                as("teacher").get("/api/rooms/" + room + "/transcript.csv").expect(200);

        assertThat(csv.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(csv.header("Content-Disposition")).startsWith("attachment").contains("filename*=UTF-8''");
        assertThat(csv.text())
                .startsWith("\uFEFFsent_at,kind,name,user_id,message,removed,id\r\n")
                .contains(",message,Amy," + amy.account() + ",\"'=HYPERLINK(\"\"http://elsewhere.example\"\")\",false,")
                .contains("\"two\nlines, \"\"quoted\"\"\"")
                .contains(",'+1,false,");
        assertThat(as("teacher")
                        .get("/api/rooms/" + room + "/transcript.csv?bom=false")
                        .expect(200)
                        .text())
                .isEqualTo(csv.text().substring(1));
        as("teacher").get("/api/rooms/" + room + "/transcript.csv?bom=perhaps").expectInvalid("bom");
    }

    /** Kinds that do not exist stand for whatever may fail while a page is read. */
    private void spoil(Cursor entry) {
        jdbc.sql("UPDATE entry SET kind = 99 WHERE room = ? AND log_offset = ?")
                .params(room.value(), entry.position().offset())
                .update();
    }

    @Test
    void breaksOffExportThatFailsMidway() {
        String text = "long enough to fill what is sent at once ".repeat(10);
        IntStream.range(0, 1_500).forEach(_ -> log.send(RoomLog.message(room, amy, text)));
        log.flush();
        Cursor last = say(amy, "last");
        awaitArchived(last);
        jdbc.sql("""
                        UPDATE entry SET kind = 99 WHERE room = ? AND log_offset = (
                          SELECT log_offset FROM entry WHERE room = ? ORDER BY log_offset OFFSET 1400 LIMIT 1)
                        """).params(room.value(), room.value()).update();

        for (String path : List.of("/transcript.csv", "/transcript.json")) {
            assertThatThrownBy(() -> as("teacher").get("/api/rooms/" + room + path))
                    .as(path)
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void answersExportThatFailsAtOnceWithAProblem() {
        Cursor only = say(amy, "only");
        awaitArchived(only);
        awaitArchived(say(amy, "last"));
        spoil(only);

        for (String path : List.of("/transcript.csv", "/transcript.json")) {
            Api.Answer answer = as("teacher").get("/api/rooms/" + room + path).expectProblem(500, "internal-error");
            assertThat(answer.header("Content-Disposition")).isNull();
        }
    }

    @Test
    void listsThoseWhoWroteOrCameIn() {
        Author zoe = Author.guest("Zoe " + UUID.randomUUID());
        Author ben = author("ben");
        as("teacher")
                .patch(
                        "/api/rooms/" + room,
                        Map.of(
                                "members",
                                List.of(
                                        amy.account().toString(),
                                        ben.account().toString(),
                                        author("chen").account().toString())))
                .expect(200);
        log.write(RoomLog.entered(room, author("chen")));
        say(ben, "1");
        say(ben, "2");
        say(teacher, "3");
        awaitArchived(say(zoe, "4"));
        as("teacher")
                .patch(
                        "/api/rooms/" + room,
                        Map.of("members", List.of(amy.account().toString())))
                .expect(200);

        for (String reader : List.of("teacher", "admin")) {
            assertThat(as(reader)
                            .get("/api/rooms/" + room + "/authors")
                            .expect(200)
                            .json()
                            .path("items"))
                    .extracting(
                            item -> item.path("id").asString(),
                            item -> item.path("name").asString(),
                            item -> item.path("role").asString(),
                            item -> item.path("member").asBoolean())
                    .containsExactly(
                            tuple(ben.account().toString(), "Ben", "student", false),
                            tuple(author("chen").account().toString(), "Chen", "student", false),
                            tuple(teacher.account().toString(), "Teacher", "teacher", true),
                            tuple(zoe.account().toString(), zoe.guestName(), "guest", false));
        }
        as("amy").get("/api/rooms/" + room + "/authors").expectProblem(403, "forbidden");
    }

    private static String today() {
        return LocalDate.now(ZoneId.systemDefault()).toString();
    }

    @Test
    void namesExportsByDayAndSaysWhichAreFiltered() {
        String path = "/api/rooms/" + room + "/transcript";
        String today = today();
        String all = as("teacher").get(path + ".csv").expect(200).header("Content-Disposition");
        String some = as("teacher").get(path + ".json?kind=message").expect(200).header("Content-Disposition");
        String todayByNow = today();

        assertThat(all).containsAnyOf(today + ".csv", todayByNow + ".csv");
        assertThat(some).containsAnyOf(today + "%20filtered.json", todayByNow + "%20filtered.json");
    }

    @Test
    void exportsMoreThanOnePage() {
        IntStream.range(0, 2_300)
                .forEach(i -> log.send(RoomLog.message(room, amy, i % 100 == 0 ? "hundred " + i : "m" + i)));
        log.flush();
        awaitArchived(say(amy, "last"));

        JsonNode json = as("teacher")
                .get("/api/rooms/" + room + "/transcript.json")
                .expect(200)
                .json();
        assertThat(json.path("room").asString()).isEqualTo(room.toString());
        assertThat(texts(json))
                .containsExactlyElementsOf(Stream.concat(
                                IntStream.range(0, 2_300).mapToObj(i -> i % 100 == 0 ? "hundred " + i : "m" + i),
                                Stream.of("last"))
                        .toList());
        String filtered = as("teacher")
                .get("/api/rooms/" + room + "/transcript.csv?text=hundred")
                .text();
        assertThat(filtered.lines()).hasSize(1 + 23);
    }

    @Test
    void keepsTranscriptFromStudents() {
        for (String path : List.of("/transcript", "/transcript.csv", "/transcript.json")) {
            as("amy").get("/api/rooms/" + room + path).expectProblem(403, "forbidden");
            as("admin").get("/api/rooms/" + room + path).expect(200);
        }
        as("admin").get("/api/rooms/" + room + "/messages").expectProblem(403, "forbidden");
    }
}
