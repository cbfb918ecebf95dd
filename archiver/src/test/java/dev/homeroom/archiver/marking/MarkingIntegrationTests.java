package dev.homeroom.archiver.marking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.contract.RoomId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Comments and grades as teachers write them, over HTTP. */
class MarkingIntegrationTests extends MarkedRoom {
    @Autowired
    private JdbcClient jdbc;

    private JsonNode marking(Api student) {
        return teacher.get(path + "/marking/" + idOf(student)).expect(200).json();
    }

    private Api.Answer comments(String text, String... messages) {
        return teacher.post(path + "/feedback", Map.of("messages", List.of(messages), "text", text));
    }

    private Api.Answer grades(Api student, Map<String, ?> grade) {
        return teacher.put(path + "/grades/" + idOf(student), grade);
    }

    @Test
    void commentsOnSeveralMessagesOfOneStudent() {
        String first = say(amy, "the fox came back");
        String second = say(amy, "becuase he promised");

        teacher.post(
                        path + "/feedback",
                        Map.of(
                                "messages",
                                List.of(second, first),
                                "text",
                                "  Good thought.\nLook at one word. ",
                                "tags",
                                List.of("spelling", "well_said")))
                .expect(201);

        JsonNode comment = marking(amy).path("comments").path(0);
        assertThat(comment.path("text").asString()).isEqualTo("Good thought.\nLook at one word.");
        assertThat(comment.path("state").asString()).isEqualTo("draft");
        assertThat(comment.path("by").path("name").asString()).isEqualTo("Teacher");
        assertThat(comment.path("tags")).hasSize(2);
        assertThat(comment.path("messages").path(0).path("message").asString()).isEqualTo("becuase he promised");
        assertThat(comment.path("messages").path(1).path("message").asString()).isEqualTo("the fox came back");
        assertThat(marking(ben).path("comments")).isEmpty();
    }

    @Test
    void gradesByTheRubric() {
        JsonNode rubric = rubric();
        grades(amy, Map.of("version", 0, "scores", scores(rubric, 2, 1), "text", "Well done"))
                .expect(200);

        JsonNode line =
                teacher.get(path + "/marking").expect(200).json().path("items").path(0);

        assertThat(line.path("display_name").asString()).isEqualTo("Amy");
        assertThat(line.path("grade").path("points").asDouble()).isEqualTo(4.5);
        assertThat(line.path("grade").path("scored").asInt()).isEqualTo(2);
        assertThat(line.path("grade").path("state").asString()).isEqualTo("draft");
        assertThat(line.path("unreleased").asInt()).isEqualTo(1);
    }

    @Test
    void listsStudentsInPages() {
        String listed = path + "/marking?limit=1";
        JsonNode first = teacher.get(listed).expect(200).json();
        JsonNode second = teacher.get(listed + "&after=" + first.path("next").asString())
                .expect(200)
                .json();

        assertThat(first.path("items").path(0).path("display_name").asString()).isEqualTo("Amy");
        assertThat(second.path("items").path(0).path("display_name").asString()).isEqualTo("Ben");
        assertThat(second.path("next").isNull()).isTrue();
        teacher.get(path + "/marking?after=nonsense").expectInvalid("after");
        teacher.get(path + "/marking?after=bm9uc2Vuc2U").expectInvalid("after");
    }

    @Test
    void takesNobodysWordsAwayUnseen() {
        String message = say(amy, "maybe");
        JsonNode comment = comment(message, "first");
        String address = path + "/feedback/" + id(comment);
        teacher.put(address, Map.of("version", 1, "messages", List.of(message), "text", "of one teacher"))
                .expect(200);

        teacher.put(address, Map.of("version", 1, "messages", List.of(message), "text", "of another"))
                .expectProblem(409, "changed-meanwhile");
        teacher.delete(address + "?version=1").expectProblem(409, "changed-meanwhile");
        teacher.post(address + "/release", Map.of("version", 1)).expectProblem(409, "changed-meanwhile");

        assertThat(marking(amy).path("comments").path(0).path("text").asString())
                .isEqualTo("of one teacher");
        teacher.put(address, Map.of("version", 2, "messages", List.of(message), "text", "of another, knowingly"))
                .expect(200);
    }

    @Test
    void changesACommentOnMessagesThatAreNotKeptAnyMore() {
        String message = say(amy, "long ago");
        JsonNode comment = comment(message, "first");
        String address = path + "/feedback/" + id(comment);
        jdbc.sql("DELETE FROM entry WHERE id = ?")
                .param(UUID.fromString(message))
                .update();

        teacher.put(address, Map.of("version", 1, "messages", List.of(message), "text", "second"))
                .expect(200);
        String later = say(amy, "later");
        String bens = say(ben, "ben's");
        teacher.put(address, Map.of("version", 2, "messages", List.of(message, later), "text", "third"))
                .expect(200);
        teacher.put(address, Map.of("version", 3, "messages", List.of(message, bens), "text", "fourth"))
                .expectInvalid("messages");
        comments("new", message).expectInvalid("messages");
    }

    @Test
    void writesACommentOnceHoweverOftenItIsSent() {
        String message = say(amy, "a");
        UUID id = UUID.randomUUID();
        Map<String, Object> comment = Map.of("id", id, "messages", List.of(message), "text", "once");
        JsonNode first = teacher.post(path + "/feedback", comment).expect(201).json();

        assertThat(teacher.post(path + "/feedback", comment).expect(201).json()).isEqualTo(first);

        assertThat(id(first)).isEqualTo(id.toString());
        assertThat(marking(amy).path("comments")).hasSize(1);
        teacher.post(path + "/feedback", Map.of("id", id, "messages", List.of(message), "text", "other words"))
                .expectProblem(409, "changed-meanwhile");
        as("admin").post(path + "/feedback", comment).expectProblem(409, "changed-meanwhile");
        RoomId other = newRoom(idOf(amy));
        String elsewhere = say(amy, other, "b");
        teacher.post(
                        "/api/rooms/" + other + "/feedback",
                        Map.of("id", id, "messages", List.of(elsewhere), "text", "once"))
                .expectProblem(409, "id-taken");
        teacher.post(path + "/feedback", Map.of("id", "x", "messages", List.of(message), "text", "once"))
                .expectProblem(400, "invalid-request");
    }

    @Test
    void takesNobodysGradeAwayUnseen() {
        grades(amy, Map.of("version", 0, "text", "of one teacher")).expect(200);

        grades(amy, Map.of("version", 0, "text", "of another")).expectProblem(409, "changed-meanwhile");
        grades(ben, Map.of("version", 3, "text", "of what is gone")).expectProblem(409, "changed-meanwhile");

        assertThat(marking(amy).path("grade").path("text").asString()).isEqualTo("of one teacher");
        assertThat(marking(ben).path("grade").isNull()).isTrue();
    }

    @Test
    void refusesAGradeForWhoeverIsNoStudentOfTheRoom() {
        Map<String, Object> grade = Map.of("version", 0, "text", "Very good");
        grades(as("chen"), grade).expectProblem(409, "not-a-student");
        grades(teacher, grade).expectProblem(409, "not-a-student");
        teacher.put(path + "/grades/" + UUID.randomUUID(), grade).expectProblem(409, "not-a-student");
        teacher.put(path + "/grades/me", grade).expectInvalid("student");
        teacher.get(path + "/marking/" + idOf(as("chen"))).expectProblem(404, "student-not-found");
    }

    @Test
    void refusesCommentsThatCannotBe() {
        String mine = say(amy, "mine");
        String bens = say(ben, "ben's");
        String teachers = say(teacher, "the teacher's");
        RoomId other = newRoom(idOf(amy));
        String elsewhere = say(amy, other, "elsewhere");

        comments("x", mine, bens).expectInvalid("messages");
        comments("x", mine, mine).expectInvalid("messages");
        comments("x", elsewhere).expectInvalid("messages");
        comments("x", UUID.randomUUID().toString()).expectInvalid("messages");
        comments("x").expectInvalid("messages");
        comments("x", Collections.nCopies(51, mine).toArray(String[]::new)).expectInvalid("messages");
        comments("x", teachers).expectProblem(409, "not-a-student");
        comments(" \n ", mine).expectInvalid("text");
        comments("x".repeat(4001), mine).expectInvalid("text");
        teacher.post(path + "/feedback", Map.of("text", "x")).expectInvalid("messages");
        teacher.post(path + "/feedback", Map.of("messages", List.of(mine), "tags", List.of("nonsense")))
                .expectInvalid("tags");
        teacher.post(path + "/feedback", Map.of("messages", List.of(mine), "tags", List.of("tone", "tone")))
                .expectInvalid("tags");
        JsonNode comment = comment(mine, "x");
        teacher.put(
                        path + "/feedback/" + id(comment),
                        Map.of("version", 1, "messages", List.of(bens), "text", "for somebody else"))
                .expectInvalid("messages");
        teacher.put(
                        "/api/rooms/" + other + "/feedback/" + id(comment),
                        Map.of("version", 1, "messages", List.of(elsewhere), "text", "x"))
                .expectProblem(404, "feedback-not-found");
        teacher.delete("/api/rooms/" + other + "/feedback/" + id(comment) + "?version=1")
                .expectProblem(404, "feedback-not-found");
        teacher.delete(path + "/feedback/" + id(comment)).expectInvalid("version");
    }

    @Test
    void refusesGradesThatCannotBe() {
        JsonNode rubric = rubric();
        String criterion = id(rubric.path("criteria").path(0));
        String levelOfAnother =
                id(rubric.path("criteria").path(1).path("levels").path(0));

        grades(amy, Map.of("version", 0)).expectInvalid("text");
        grades(amy, Map.of("text", "x")).expectInvalid("version");
        grades(amy, Map.of("version", 0, "text", "x".repeat(4001))).expectInvalid("text");
        grades(amy, Map.of("version", 0, "scores", Map.of(criterion, levelOfAnother)))
                .expectInvalid("scores." + criterion);
        grades(amy, Map.of("version", 0, "scores", Map.of(UUID.randomUUID(), levelOfAnother)))
                .expectProblem(400, "invalid-request");
        grades(amy, Map.of("version", 0, "scores", Map.of(criterion, "best"))).expectProblem(400, "invalid-request");
    }

    @Test
    void keepsStudentsOut() {
        JsonNode comment = comment(say(amy, "mine"), "x");
        String address = path + "/feedback/" + id(comment);
        amy.get(path + "/marking").expectProblem(403, "forbidden");
        amy.get(path + "/marking/" + idOf(amy)).expectProblem(403, "forbidden");
        amy.post(path + "/feedback", Map.of("messages", List.of(UUID.randomUUID()), "text", "x"))
                .expectProblem(403, "forbidden");
        amy.put(address, Map.of("version", 1, "messages", List.of(UUID.randomUUID()), "text", "x"))
                .expectProblem(403, "forbidden");
        amy.put(path + "/grades/" + idOf(amy), Map.of("version", 0, "text", "The best"))
                .expectProblem(403, "forbidden");
        amy.delete(address + "?version=1").expectProblem(403, "forbidden");
        amy.post(address + "/release", Map.of("version", 1)).expectProblem(403, "forbidden");
        amy.post(address + "/withdraw", Map.of("version", 1)).expectProblem(403, "forbidden");
        amy.post(path + "/feedback/releases", Map.of("feedback", List.of())).expectProblem(403, "forbidden");
    }

    @Test
    void addsNothingForAStudentWhoHasLeftAndKeepsWhatThereIs() {
        String message = say(amy, "before I leave");
        JsonNode comment = comment(message, "Stay as you are");
        String bens = say(ben, "me too");
        teacher.patch("/api/rooms/" + room, Map.of("members", List.of())).expect(200);

        comments("too late", message).expectProblem(409, "former-student");
        comments("too late", bens).expectProblem(409, "former-student");
        grades(amy, Map.of("version", 0, "text", "too late")).expectProblem(409, "former-student");
        teacher.put(
                        path + "/feedback/" + id(comment),
                        Map.of("version", 1, "messages", List.of(message), "text", "too late"))
                .expectProblem(409, "former-student");
        assertThat(marking(amy).path("member").asBoolean()).isFalse();
        assertThat(teacher.get(path + "/marking").json().path("items"))
                .extracting(line -> line.path("display_name").asString())
                .containsExactly("Amy");
        release(comment).expect(200);
        teacher.post(path + "/feedback/" + id(comment) + "/withdraw", Map.of("version", 1))
                .expect(200);
        teacher.delete(path + "/feedback/" + id(comment) + "?version=1").expect(204);
    }

    @Test
    void leavesTheDraftsOfATeacherWhoHasLeftToTheOthers() {
        Api colleague = somebodyNew(Role.TEACHER);
        teacher.patch("/api/rooms/" + room, Map.of("members", List.of(idOf(amy), idOf(ben), idOf(colleague))))
                .expect(200);
        String message = say(amy, "hello");
        colleague
                .post(path + "/feedback", Map.of("messages", List.of(message), "text", "by the colleague"))
                .expect(201);

        teacher.patch("/api/rooms/" + room, Map.of("members", List.of(idOf(amy), idOf(ben))))
                .expect(200);

        colleague.get(path + "/marking/" + idOf(amy)).expectProblem(404, "room-not-found");
        JsonNode comment = marking(amy).path("comments").path(0);
        assertThat(comment.path("by").path("name").asString()).isEqualTo("Newcomer");
        release(comment).expect(200);
    }

    @Test
    void forgetsScoresThatTheRubricDoesNotHaveAnyMore() {
        JsonNode rubric = rubric();
        grades(amy, Map.of("version", 0, "scores", scores(rubric, 2, 2))).expect(200);

        teacher.put(
                        path + "/rubric",
                        Map.of(
                                "version",
                                1,
                                "criteria",
                                List.of(rubric.path("criteria").path(0))))
                .expect(200);

        JsonNode grade =
                teacher.get(path + "/marking").json().path("items").path(0).path("grade");
        assertThat(grade.path("points").asDouble()).isEqualTo(3);
        assertThat(grade.path("scored").asInt()).isEqualTo(1);
    }
}
