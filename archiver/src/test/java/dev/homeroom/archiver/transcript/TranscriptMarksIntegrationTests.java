package dev.homeroom.archiver.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.Conversation;
import dev.homeroom.archiver.RoomLog;
import dev.homeroom.contract.Author;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reading what was reported or flagged alone, and what no comment is about. */
class TranscriptMarksIntegrationTests extends Conversation {
    private RoomId room;
    private Author ben;

    @BeforeEach
    void makeRoom() {
        ben = author("ben");
        room = newRoom("Marks");
        List<String> members = List.of(amy.account().toString(), ben.account().toString());
        as("teacher").patch("/api/rooms/" + room, Map.of("members", members)).expect(200);
    }

    private String say(Author author, String text) {
        MessagePosted message = RoomLog.message(room, author, text);
        awaitArchived(room, log.write(message));
        return message.id().toString();
    }

    private void report(String who, String message) {
        as(who).put("/api/rooms/" + room + "/messages/" + message + "/report", Map.of("reason", "other"))
                .expect(200);
    }

    private void comment(String message) {
        as("teacher")
                .post("/api/rooms/" + room + "/feedback", Map.of("messages", List.of(message), "text", "Well said"))
                .expect(201);
    }

    private List<String> shown(String who, String query) {
        return as(who).get("/api/rooms/" + room + "/transcript?" + query)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("message").asString())
                .toList();
    }

    private List<String> exported(String query) {
        return as("teacher")
                .get("/api/rooms/" + room + "/transcript.csv?bom=false&" + query)
                .expect(200)
                .text()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1)[4])
                .toList();
    }

    @Test
    void showsWhatWasReported() {
        say(amy, "fine one");
        String first = say(amy, "bad one");
        String second = say(ben, "bad two");
        say(ben, "fine two");
        report("ben", first);
        report("amy", second);

        assertThat(shown("teacher", "flagged=true")).containsExactly("bad one", "bad two");
        assertThat(shown("teacher", "flagged=true&limit=1")).containsExactly("bad two");
        assertThat(shown("teacher", "flagged=true&account=" + amy.account())).containsExactly("bad one");
        assertThat(shown("teacher", "flagged=true&text=two")).containsExactly("bad two");
        assertThat(shown("teacher", "flagged=true&kind=entered")).isEmpty();
        assertThat(shown("teacher", "flagged=false")).hasSize(4);
        assertThat(exported("flagged=true")).containsExactly("bad one", "bad two");
    }

    @Test
    void showsWhatHoldsAFlaggedWord() {
        String word = as("admin")
                .post("/api/flagged-words", Map.of("text", "blockhead", "look_back", false))
                .expect(201)
                .json()
                .path("id")
                .asString();
        say(amy, "fine");
        say(amy, "you blockhead");
        await().untilAsserted(() -> assertThat(shown("teacher", "flagged=true")).containsExactly("you blockhead"));
        as("admin").delete("/api/flagged-words/" + word).expect(204);
    }

    @Test
    void tellsNobodyOfConcernsWhoMayNotKnow() {
        report("amy", say(teacher, "not nice of a teacher"));

        assertThat(shown("teacher", "flagged=true")).isEmpty();
        assertThat(exported("flagged=true")).isEmpty();
        Api admin = as("admin");
        for (String path : List.of("/transcript?", "/transcript.csv?", "/transcript.json?")) {
            admin.get("/api/rooms/" + room + path + "flagged=true").expectProblem(403, "forbidden");
            admin.get("/api/rooms/" + room + path + "flagged=false").expect(200);
        }
    }

    @Test
    void showsWhatNoCommentIsAbout() {
        String first = say(amy, "commented");
        say(amy, "not yet one");
        say(ben, "not yet two");
        say(teacher, "of the teacher");
        comment(first);

        assertThat(shown("teacher", "unmarked=true")).containsExactly("not yet one", "not yet two");
        assertThat(shown("admin", "unmarked=true&account=" + amy.account())).containsExactly("not yet one");
        assertThat(shown("teacher", "unmarked=true&text=two")).containsExactly("not yet two");
        assertThat(exported("unmarked=true")).containsExactly("not yet one", "not yet two");
        report("ben", first);
        assertThat(shown("teacher", "flagged=true&unmarked=true")).isEmpty();
    }

    private JsonNode entry(String who, String message) {
        return as(who).get("/api/rooms/" + room + "/transcript?message=" + message)
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString().equals(message))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsBesideAMessageThatItWasReported() {
        String fine = say(amy, "fine");
        String bad = say(amy, "bad");
        report("ben", bad);

        JsonNode concern = entry("teacher", bad).path("concern");
        assertThat(concern.path("state").asString()).isEqualTo("open");
        assertThat(concern.path("reported").asBoolean()).isTrue();
        assertThat(concern.path("flagged").asBoolean()).isFalse();
        as("teacher").get("/api/concerns/" + concern.path("id").asString()).expect(200);
        assertThat(entry("teacher", fine).has("concern")).isFalse();
    }

    @Test
    void tellsBesideAMessageWhereItHoldsAFlaggedWord() {
        String word = as("admin")
                .post("/api/flagged-words", Map.of("text", "numskull", "look_back", false))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String message = say(amy, "you numskull");
        await().untilAsserted(() ->
                assertThat(entry("teacher", message).has("concern")).isTrue());

        JsonNode concern = entry("teacher", message).path("concern");
        assertThat(concern.path("flagged").asBoolean()).isTrue();
        assertThat(concern.path("found").get(0).path("start").asInt()).isEqualTo(4);
        assertThat(concern.path("found").get(0).path("end").asInt()).isEqualTo(12);
        as("admin").delete("/api/flagged-words/" + word).expect(204);
    }

    @Test
    void tellsOfConcernsBesideMessagesNobodyWhoMayNotKnow() {
        String ofAmy = say(amy, "bad");
        String ofTeacher = say(teacher, "bad of a teacher");
        report("ben", ofAmy);
        report("amy", ofTeacher);

        assertThat(entry("admin", ofAmy).has("concern")).isFalse();
        assertThat(entry("teacher", ofTeacher).has("concern")).isFalse();
        JsonNode members = as("ben")
                .get("/api/rooms/" + room + "/messages")
                .expect(200)
                .json()
                .path("items");
        assertThat(members).isNotEmpty().allMatch(item -> !item.has("concern") && !item.has("comments"));
    }

    @Test
    void countsTheCommentsOnAMessage() {
        String commented = say(amy, "commented twice");
        String other = say(amy, "not commented");
        comment(commented);
        comment(commented);

        assertThat(entry("teacher", commented).path("comments").asInt()).isEqualTo(2);
        assertThat(entry("teacher", other).has("comments")).isFalse();
    }

    @Test
    void refusesWhatIsNeitherYesNorNo() {
        for (String filter : List.of("flagged", "unmarked")) {
            as("teacher")
                    .get("/api/rooms/" + room + "/transcript?" + filter + "=perhaps")
                    .expectInvalid(filter);
        }
    }
}
