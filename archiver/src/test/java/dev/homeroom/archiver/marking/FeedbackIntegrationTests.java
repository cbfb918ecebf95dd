package dev.homeroom.archiver.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What students see of their feedback, and what they say to it, over HTTP. */
class FeedbackIntegrationTests extends MarkedRoom {
    @Autowired
    private JdbcClient jdbc;

    private static int news(Api student) {
        return student.get("/api/feedback/news")
                .expect(200)
                .json()
                .path("feedback")
                .asInt();
    }

    private Api.Answer answers(Api who, JsonNode feedback, String text) {
        return who.post("/api/feedback/" + id(feedback) + "/answers", Map.of("text", text));
    }

    private void grade(Api student, Map<String, ?> grade) {
        teacher.put(path + "/grades/" + idOf(student), grade).expect(200);
    }

    @Test
    void showsNothingOfDraftsOnAnyPath() {
        int before = news(amy);
        JsonNode comment = comment(say(amy, "what I wrote"), "secret draft", "tone");
        grade(amy, Map.of("version", 0, "text", "secret draft"));

        assertThat(received(amy)).isEmpty();
        assertThat(amy.get("/api/feedback?limit=100").expect(200).text()).doesNotContain("secret draft", id(comment));
        assertThat(news(amy)).isEqualTo(before);
        answers(amy, comment, "I have seen it").expectProblem(404, "feedback-not-found");
        assertThat(answers(amy, comment, "x").text())
                .isEqualTo(amy.post("/api/feedback/" + UUID.randomUUID() + "/answers", Map.of("text", "x"))
                        .text());
        assertThat(amy.get(path + "/messages").text()).doesNotContain("secret draft");
    }

    @Test
    void showsWhatWasReleasedBesideTheMessageAndInMyFeedback() {
        String message = say(amy, "becuase");
        release(comment(message, "Look again", "spelling")).expect(200);

        JsonNode seen = received(amy).path(0);
        assertThat(seen.path("text").asString()).isEqualTo("Look again");
        assertThat(seen.path("by").asString()).isEqualTo("Teacher");
        assertThat(seen.path("tags").path(0).path("key").asString()).isEqualTo("spelling");
        assertThat(seen.path("messages").path(0).path("id").asString()).isEqualTo(message);
        assertThat(seen.path("messages").path(0).path("message").asString()).isEqualTo("becuase");
        assertThat(amy.get("/api/feedback").json().path("items").path(0)).isEqualTo(seen);
        assertThat(received(ben)).isEmpty();
        assertThat(ben.get("/api/feedback").text()).doesNotContain("Look again");
    }

    @Test
    void goesOnShowingWhatWasReleasedWhileATeacherWorksOnIt() {
        String message = say(amy, "hm");
        JsonNode comment = comment(message, "first");
        release(comment).expect(200);
        JsonNode changed = teacher.put(
                        path + "/feedback/" + id(comment),
                        Map.of("version", 1, "messages", List.of(message), "text", "second"))
                .expect(200)
                .json();

        assertThat(changed.path("state").asString()).isEqualTo("changed");
        assertThat(changed.path("released").path("text").asString()).isEqualTo("first");
        assertThat(received(amy).path(0).path("text").asString()).isEqualTo("first");
        release(changed).expect(200);
        assertThat(received(amy).path(0).path("text").asString()).isEqualTo("second");
    }

    @Test
    void keepsAReleasedGradeWhenTheRubricChanges() {
        JsonNode rubric = rubric();
        grade(amy, Map.of("version", 0, "scores", scores(rubric, 2, 1), "text", "Well done"));
        releaseAll();
        teacher.put(path + "/rubric", Map.of("version", 1, "criteria", List.of()))
                .expect(200);

        JsonNode seen = received(amy).path(0);
        assertThat(seen.path("kind").asString()).isEqualTo("grade");
        assertThat(seen.path("points").asDouble()).isEqualTo(4.5);
        assertThat(seen.path("out_of").asDouble()).isEqualTo(6);
        assertThat(seen.path("scores").path(0).path("criterion").asString()).isEqualTo("Spelling");
        assertThat(seen.path("scores").path(0).path("level").asString()).isEqualTo("Level 2");
    }

    @Test
    void saysWhereAReleasedGradeIsWorthSomethingElseNow() {
        JsonNode rubric = rubric();
        grade(amy, Map.of("version", 0, "scores", scores(rubric, 2, 1)));
        releaseAll();
        JsonNode described = teacher.put(path + "/rubric", Map.of("version", 1, "criteria", criteria(rubric, 3)))
                .expect(200)
                .json();
        assertThat(line().path("grade").path("state").asString()).isEqualTo("released");
        assertThat(line().path("unreleased").asInt()).isZero();

        teacher.put(path + "/rubric", Map.of("version", 2, "criteria", criteria(described, 5)))
                .expect(200);

        assertThat(line().path("grade").path("state").asString()).isEqualTo("changed");
        assertThat(line().path("grade").path("points").asDouble()).isEqualTo(6.5);
        assertThat(line().path("grade").path("released_points").asDouble()).isEqualTo(4.5);
        assertThat(line().path("unreleased").asInt()).isEqualTo(1);
        JsonNode grade = teacher.get(path + "/marking/" + idOf(amy)).json().path("grade");
        assertThat(grade.path("state").asString()).isEqualTo("changed");
        assertThat(grade.path("released").path("points").asDouble()).isEqualTo(4.5);
        assertThat(releaseAll().path("grades").asInt()).isEqualTo(1);
        assertThat(received(amy).path(0).path("points").asDouble()).isEqualTo(6.5);
        assertThat(line().path("grade").path("state").asString()).isEqualTo("released");
    }

    private JsonNode line() {
        return teacher.get(path + "/marking").expect(200).json().path("items").path(0);
    }

    private JsonNode releaseAll() {
        return releases(drafts());
    }

    /** Of all students, as a teacher is shown them. */
    private List<JsonNode> drafts() {
        return teacher.get(path + "/marking")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .flatMap(line -> line.path("drafts").valueStream())
                .toList();
    }

    private JsonNode releases(List<JsonNode> drafts) {
        return teacher.post(path + "/feedback/releases", Map.of("feedback", drafts))
                .expect(200)
                .json();
    }

    /** Those of the rubric, described anew, with so many points for the best level of the first. */
    private static List<?> criteria(JsonNode rubric, int points) {
        ArrayNode criteria = rubric.path("criteria").deepCopy().asArray();
        ObjectNode best = criteria.path(0).path("levels").path(2).asObject();
        best.put("description", "Worth " + points).put("points", points);
        return criteria.valueStream().toList();
    }

    @Test
    void releasesAllDraftsAtOnce() {
        comment(say(amy, "a"), "for Amy");
        comment(say(ben, "b"), "for Ben");
        grade(ben, Map.of("version", 0, "text", "Good"));

        JsonNode count = releaseAll();

        assertThat(count.path("comments").asInt()).isEqualTo(2);
        assertThat(count.path("grades").asInt()).isEqualTo(1);
        assertThat(count.path("students").asInt()).isEqualTo(2);
        assertThat(received(amy)).hasSize(1);
        assertThat(received(ben)).hasSize(2);
        assertThat(drafts()).isEmpty();
        assertThat(releaseAll().path("students").asInt()).isZero();
    }

    @Test
    void releasesNothingThatTheTeacherHasNotSeen() {
        String message = say(amy, "a");
        JsonNode first = comment(message, "finished");
        JsonNode second = comment(message, "finished too");
        JsonNode third = comment(message, "to be deleted");
        List<JsonNode> seen = drafts();
        teacher.put(
                        path + "/feedback/" + id(second),
                        Map.of("version", 1, "messages", List.of(message), "text", "half written"))
                .expect(200);
        teacher.delete(path + "/feedback/" + id(third) + "?version=1").expect(204);
        comment(message, "of a colleague");

        JsonNode outcome = releases(seen);

        assertThat(outcome.path("comments").asInt()).isEqualTo(1);
        assertThat(outcome.path("left_out"))
                .extracting(JsonNode::asString)
                .containsExactlyInAnyOrder(id(second), id(third));
        assertThat(received(amy)).extracting(each -> id(each)).containsExactly(id(first));
        assertThat(releases(seen).path("comments").asInt()).isZero();
    }

    @Test
    void refusesReleasesThatNameNothing() {
        String releases = path + "/feedback/releases";
        JsonNode elsewhere = comment(say(amy, "a"), "x");
        RoomId other = newRoom(idOf(amy));

        teacher.post(releases, Map.of()).expectInvalid("feedback");
        teacher.post(releases, Map.of("feedback", List.of(Map.of("id", id(elsewhere)))))
                .expectInvalid("feedback[0].version");
        teacher.post(releases, Map.of("feedback", List.of(Map.of("version", 1))))
                .expectInvalid("feedback[0].id");
        assertThat(teacher.post(
                                "/api/rooms/" + other + "/feedback/releases",
                                Map.of("feedback", List.of(Map.of("id", id(elsewhere), "version", 1))))
                        .expect(200)
                        .json()
                        .path("left_out"))
                .hasSize(1);
        assertThat(received(amy)).isEmpty();
    }

    @Test
    void takesNoAnswerAwayUnread() {
        JsonNode comment = comment(say(amy, "a"), "why?");
        release(comment).expect(200);
        answers(amy, comment, "Because of the fox").expect(201);
        String address = path + "/feedback/" + id(comment) + "?version=1";

        teacher.delete(address).expectProblem(409, "answered-meanwhile");
        teacher.delete(address + "&answers=-1").expectInvalid("answers");
        assertThat(received(amy).path(0).path("answers")).hasSize(1);

        teacher.delete(address + "&answers=1").expect(204);
        assertThat(received(amy)).isEmpty();
    }

    @Test
    void takesBackWhatIsWithdrawnOrDeleted() {
        JsonNode first = comment(say(amy, "a"), "too hard");
        JsonNode second = comment(say(amy, "b"), "not for her");
        releaseAll();

        teacher.post(path + "/feedback/" + id(first) + "/withdraw", Map.of()).expectInvalid("version");
        teacher.post(path + "/feedback/" + id(first) + "/withdraw", Map.of("version", 2))
                .expectProblem(409, "changed-meanwhile");
        teacher.post(path + "/feedback/" + id(first) + "/withdraw", Map.of("version", 1))
                .expect(200);
        teacher.delete(path + "/feedback/" + id(second) + "?version=1").expect(204);

        assertThat(received(amy)).isEmpty();
        teacher.post(path + "/feedback/" + id(second) + "/withdraw", Map.of("version", 1))
                .expectProblem(404, "feedback-not-found");
    }

    @Test
    void tellsOfNewFeedbackUntilItIsSeen() {
        int before = news(amy);
        JsonNode comment = comment(say(amy, "a"), "new");
        release(comment).expect(200);
        assertThat(news(amy)).isEqualTo(before + 1);

        ben.post("/api/feedback/seen", Map.of("feedback", List.of(id(comment)))).expect(204);
        assertThat(news(amy)).isEqualTo(before + 1);
        amy.post("/api/feedback/seen", Map.of("feedback", List.of(id(comment)))).expect(204);

        assertThat(news(amy)).isEqualTo(before);
        assertThat(received(amy).path(0).path("seen").asBoolean()).isTrue();
        assertThat(teacher.get(path + "/marking/" + idOf(amy))
                        .json()
                        .path("comments")
                        .path(0)
                        .path("released")
                        .path("seen_at")
                        .isNull())
                .isFalse();
    }

    @Test
    void letsStudentAndTeacherAnswer() {
        JsonNode comment = comment(say(amy, "a"), "why?");
        release(comment).expect(200);
        int teachersNews =
                teacher.get("/api/feedback/news").json().path("answers").asInt();

        answers(amy, comment, "Because of the fox").expect(201);
        answers(ben, comment, "me too").expectProblem(404, "feedback-not-found");

        assertThat(teacher.get("/api/feedback/news").json().path("answers").asInt())
                .isEqualTo(teachersNews + 1);
        assertThat(teacher.get(path + "/marking")
                        .json()
                        .path("items")
                        .path(0)
                        .path("new_answers")
                        .asInt())
                .isEqualTo(1);
        JsonNode unseen = teacher.get("/api/feedback/answers")
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertThat(unseen.path("room").asString()).isEqualTo(room.toString());
        assertThat(unseen.path("student").path("name").asString()).isEqualTo("Amy");
        assertThat(unseen.path("answers").asInt()).isEqualTo(1);
        assertThat(ben.get("/api/feedback/answers").expect(200).json().path("items"))
                .isEmpty();
        teacher.post("/api/feedback/seen", Map.of("feedback", List.of(id(comment))))
                .expect(204);
        assertThat(teacher.get("/api/feedback/news").json().path("answers").asInt())
                .isEqualTo(teachersNews);
        amy.post("/api/feedback/seen", Map.of("feedback", List.of(id(comment)))).expect(204);
        int amysNews = news(amy);
        answers(teacher, comment, "Good point").expect(201);
        assertThat(news(amy)).isEqualTo(amysNews + 1);
        assertThat(received(amy).path(0).path("answers"))
                .extracting(answer -> answer.path("text").asString())
                .containsExactly("Because of the fox", "Good point");
    }

    @Test
    void letsNobodyAnswerAsATeacherWhoDoesNotTeachThere() {
        JsonNode comment = comment(say(amy, "a"), "why?");
        release(comment).expect(200);
        Api lead = somebodyNew(Role.TEACHER);
        as("admin")
                .patch("/api/accounts/" + idOf(lead), Map.of("safeguarding_lead", true))
                .expect(200);

        lead.get(path + "/transcript").expect(200);
        answers(lead, comment, "I read along").expectProblem(404, "feedback-not-found");
        answers(as("admin"), comment, "I help out").expect(201);
    }

    @Test
    void refusesAnswersThatCannotBe() {
        JsonNode comment = comment(say(amy, "a"), "why?");
        release(comment).expect(200);

        answers(amy, comment, " ").expectInvalid("text");
        answers(amy, comment, "x".repeat(4001)).expectInvalid("text");
        amy.post("/api/feedback/" + id(comment) + "/answers", Map.of()).expectInvalid("text");
        amy.post("/api/feedback/x/answers", Map.of("text", "x")).expectInvalid("feedback");
        amy.get("/api/feedback?after=nonsense").expectInvalid("after");
        amy.post("/api/feedback/seen", Map.of()).expectInvalid("feedback");
    }

    @Test
    void leavesAStudentWhoHasLeftTheRoomWhatWasReleased() {
        JsonNode comment = comment(say(amy, "a"), "for later");
        release(comment).expect(200);
        teacher.patch(path, Map.of("title", "Renamed", "members", List.of())).expect(200);

        amy.get(path + "/feedback").expectProblem(404, "room-not-found");
        JsonNode seen = amy.get("/api/feedback").json().path("items").path(0);
        assertThat(seen.path("text").asString()).isEqualTo("for later");
        assertThat(seen.path("room").path("member").asBoolean()).isFalse();
        assertThat(seen.path("room").path("title").asString()).isEqualTo("Marked");
        answers(amy, comment, "x").expectProblem(409, "former-student");
    }

    @Test
    void quotesNothingThatATeacherHasRemoved() {
        String message = say(amy, "what nobody shall read");
        release(comment(message, "Not here")).expect(200);
        teacher.delete(path + "/messages/" + message).expect(204);

        await().untilAsserted(() -> assertThat(received(amy).toString()).doesNotContain("what nobody shall read"));
        assertThat(received(amy)
                        .path(0)
                        .path("messages")
                        .path(0)
                        .path("sent_at")
                        .isNull())
                .isFalse();
    }

    @Test
    void pagesThroughMyFeedback() {
        for (String text : List.of("one", "two", "three")) {
            release(comment(say(amy, text), text)).expect(200);
        }
        JsonNode first = amy.get("/api/feedback?limit=2").expect(200).json();
        JsonNode second = amy.get(
                        "/api/feedback?limit=2&after=" + first.path("next").asString())
                .expect(200)
                .json();

        assertThat(first.path("items"))
                .extracting(each -> each.path("text").asString())
                .containsExactly("three", "two");
        assertThat(second.path("items").path(0).path("text").asString()).isEqualTo("one");
    }

    @Test
    void goesWithTheRoomOrTheStudentAndOutlivesTheTeacher() {
        Api student = somebodyNew(Role.STUDENT);
        Api colleague = somebodyNew(Role.TEACHER);
        RoomId shared = newRoom(idOf(student), idOf(colleague), idOf(amy));
        path = "/api/rooms/" + shared;
        JsonNode gone = comment(say(student, shared, "a"), "goes with the student");
        JsonNode stays = colleague
                .post(path + "/feedback", Map.of("messages", List.of(say(amy, shared, "b")), "text", "x"))
                .expect(201)
                .json();
        release(stays).expect(200);

        deleteAccount(idOf(student));
        deleteAccount(idOf(colleague));

        assertThat(count("feedback", id(gone))).isZero();
        JsonNode anonymous =
                teacher.get(path + "/marking/" + idOf(amy)).expect(200).json();
        assertThat(anonymous.path("comments").path(0).path("by").isNull()).isTrue();
        assertThat(received(amy).path(0).path("by").isNull()).isTrue();

        jdbc.sql("DELETE FROM membership WHERE room = ?").param(shared.value()).update();
        jdbc.sql("DELETE FROM room_member WHERE room = ?").param(shared.value()).update();
        jdbc.sql("DELETE FROM room WHERE id = ?").param(shared.value()).update();
        assertThat(count("feedback", id(stays))).isZero();
    }

    private void deleteAccount(String id) {
        jdbc.sql("DELETE FROM membership WHERE account = ?")
                .param(UUID.fromString(id))
                .update();
        jdbc.sql("DELETE FROM room_member WHERE account = ?")
                .param(UUID.fromString(id))
                .update();
        jdbc.sql("DELETE FROM account WHERE id = ?").param(UUID.fromString(id)).update();
    }

    private int count(String table, String id) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE id = ?")
                .param(UUID.fromString(id))
                .query(Integer.class)
                .single();
    }
}
