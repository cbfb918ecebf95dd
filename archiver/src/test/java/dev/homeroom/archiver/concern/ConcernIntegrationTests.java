package dev.homeroom.archiver.concern;

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
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomEvent.MessagePosted;
import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Reporting messages, and deciding about what was reported. */
@TestPropertySource(properties = "homeroom.archiver.concerns.reports-per-hour=3")
class ConcernIntegrationTests extends Conversation {
    @Autowired
    private Accounts accounts;

    @Autowired
    private Schools schools;

    private RoomId room;
    private Api reporter;

    @BeforeEach
    void makeRoom() {
        reporter = newcomer("Reporter", Role.STUDENT);
        room = roomWith(amy.account().toString(), idOf(reporter));
    }

    private Api newcomer(String name, Role role) {
        String username = "u" + UUID.randomUUID();
        accounts.create(
                schools.named("Demo School").orElseThrow(), new NewAccount(username, name, role, "long enough"));
        return api().signedIn(username, "long enough");
    }

    private Api newLead() {
        Api lead = newcomer("Lead", Role.TEACHER);
        as("admin")
                .patch("/api/accounts/" + idOf(lead), Map.of("safeguarding_lead", true))
                .expect(200);
        return lead;
    }

    private static String idOf(Api api) {
        return api.get("/api/me").expect(200).json().path("id").asString();
    }

    private RoomId roomWith(String... members) {
        return RoomId.parse(as("teacher")
                .post("/api/rooms", Map.of("title", "Reported", "members", List.of(members)))
                .expect(201)
                .json()
                .path("id")
                .asString());
    }

    private MessageId say(Author author, String text) {
        MessagePosted message = RoomLog.message(room, author, text);
        awaitArchived(room, log.write(message));
        return message.id();
    }

    private String reportPath(MessageId message) {
        return "/api/rooms/" + room + "/messages/" + message + "/report";
    }

    private Api.Answer report(Api who, MessageId message, String reason) {
        return who.raw("PUT", reportPath(message), "{\"reason\":\"" + reason + "\"}");
    }

    private JsonNode queue(Api who) {
        return who.get("/api/concerns?room=" + room).expect(200).json().path("items");
    }

    private static Api.Answer decide(Api who, JsonNode concern, String outcome) {
        return who.post(
                "/api/concerns/" + concern.path("id").asString() + "/decisions",
                Map.of("outcome", outcome, "version", concern.path("version").asInt()));
    }

    private int open(Api who) {
        return who.get("/api/concerns/counts")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(count -> count.path("room").asString().equals(room.toString()))
                .mapToInt(count -> count.path("open").asInt())
                .sum();
    }

    @Test
    void countsWhatIsOpenInEachRoomForThoseWhoSeeIt() {
        Api lead = newLead();
        report(reporter, say(amy, "fools"), "bullying").expect(200);
        report(reporter, say(amy, "all of you"), "bullying").expect(200);

        assertThat(open(as("teacher"))).isEqualTo(2);
        assertThat(open(lead)).isEqualTo(2);
        reporter.get("/api/concerns/counts").expectProblem(403, "forbidden");
        assertThat(open(newcomer("Other", Role.TEACHER))).isZero();

        decide(as("teacher"), queue(as("teacher")).get(0), "nothing_to_do").expect(201);
        assertThat(open(as("teacher"))).isEqualTo(1);
        assertThat(open(lead)).isEqualTo(1);
    }

    @Test
    void showsTeachersWhatWasReportedByWhomAndWhy() {
        MessageId message = say(amy, "you are all fools");

        reporter.raw("PUT", reportPath(message), "{\"reason\":\"bullying\",\"note\":\"again\"}")
                .expect(200);

        JsonNode concern = queue(as("teacher")).get(0);
        assertThat(concern.path("message").path("text").asString()).isEqualTo("you are all fools");
        assertThat(concern.path("message").path("username").asString()).isEqualTo("Amy");
        assertThat(concern.path("state").asString()).isEqualTo("open");
        JsonNode report = concern.path("reports").get(0);
        assertThat(report.path("by").path("name").asString()).isEqualTo("Reporter");
        assertThat(report.path("reason").asString()).isEqualTo("bullying");
        assertThat(report.path("note").asString()).isEqualTo("again");
    }

    @Test
    void takesOneReportOfEachPersonAndMessageWhichTheyMayChange() {
        MessageId message = say(amy, "twice");
        report(reporter, message, "bullying").expect(200);
        report(reporter, message, "danger").expect(200);
        report(as("teacher"), message, "other").expect(200);

        JsonNode queue = queue(as("teacher"));
        assertThat(queue).hasSize(1);
        assertThat(queue.get(0).path("reports"))
                .extracting(each -> each.path("reason").asString())
                .containsExactly("danger", "other");
    }

    @Test
    void takesReportOfMessageThatIsNotArchivedYet() {
        MessagePosted message = RoomLog.message(room, amy, "just now");
        log.send(message);

        report(reporter, message.id(), "other").expect(200);
    }

    @Test
    void takesReportsOfFormerMembersAboutWhatTheyHaveSeen() {
        MessageId seen = say(amy, "seen");
        as("teacher")
                .patch(
                        "/api/rooms/" + room,
                        Map.of("members", List.of(amy.account().toString())))
                .expect(200);
        MessageId unseen = say(amy, "unseen");

        report(reporter, seen, "other").expect(200);
        String hidden = report(reporter, unseen, "other")
                .expectProblem(404, "room-not-found")
                .text();
        assertThat(report(reporter, MessageId.create(), "other").expect(404).text())
                .isEqualTo(hidden);
    }

    @Test
    void showsNothingToStudentsAndTheirReporterToNobodyElse() {
        MessageId message = say(amy, "hm");
        report(reporter, message, "other").expect(200);
        String id = queue(as("teacher")).get(0).path("id").asString();

        for (Api student : List.of(reporter, as("amy"))) {
            student.get("/api/concerns").expectProblem(403, "forbidden");
            student.get("/api/concerns/" + id).expectProblem(403, "forbidden");
            student.get("/api/flagged-words").expectProblem(403, "forbidden");
            assertThat(student.get("/api/rooms/" + room + "/messages")
                            .expect(200)
                            .text())
                    .doesNotContain("report");
        }
    }

    @Test
    void existsForNobodyElse() {
        report(reporter, say(amy, "private"), "other").expect(200);
        String id = queue(as("teacher")).get(0).path("id").asString();
        Api stranger = newcomer("Other teacher", Role.TEACHER);

        for (Api other : List.of(stranger, as("admin"))) {
            String unknown = other.get("/api/concerns/" + UUID.randomUUID())
                    .expectProblem(404, "concern-not-found")
                    .text();
            assertThat(other.get("/api/concerns/" + id).expect(404).text()).isEqualTo(unknown);
            other.post("/api/concerns/" + id + "/decisions", Map.of("outcome", "nothing_to_do", "version", 0))
                    .expectProblem(404, "concern-not-found");
            assertThat(other.get("/api/concerns").expect(200).text()).doesNotContain(id);
        }
        stranger.get("/api/concerns?room=" + room).expectProblem(404, "room-not-found");
    }

    @Test
    void keepsWhatIsAboutATeacherFromThatTeacher() {
        MessageId message = say(teacher, "sit down, all of you");
        report(reporter, message, "other").expect(200);

        assertThat(queue(as("teacher"))).isEmpty();
        assertThat(queue(newLead())).hasSize(1);
    }

    @Test
    void removesTheMessageWithTheDecision() {
        MessageId message = say(amy, "a shout");
        report(reporter, message, "hateful").expect(200);

        JsonNode decided = decide(as("teacher"), queue(as("teacher")).get(0), "message_removed")
                .expect(201)
                .json();

        assertThat(decided.path("state").asString()).isEqualTo("closed");
        await().untilAsserted(() -> assertThat(
                        as("amy").get("/api/rooms/" + room + "/messages").text())
                .contains("\"removed\":true")
                .doesNotContain("a shout"));
        JsonNode shown = queue(as("teacher")).get(0).path("message");
        assertThat(shown.path("removed").asBoolean()).isTrue();
        assertThat(shown.path("text").asString()).isEqualTo("a shout");
    }

    @Test
    void mutesTheStudentWithTheDecision() {
        report(reporter, say(amy, "and again"), "bullying").expect(200);
        Api lead = newLead();

        decide(lead, queue(lead).get(0), "student_muted").expect(201);

        assertThat(as("teacher").get("/api/rooms/" + room).json().path("members"))
                .filteredOn(member -> member.path("muted").asBoolean())
                .extracting(member -> member.path("display_name").asString())
                .containsExactly("Amy");
    }

    @Test
    void decidesNothingWhereItCannotBeCarriedOut() {
        report(reporter, say(teacher, "quiet"), "other").expect(200);
        Api lead = newLead();

        decide(lead, queue(lead).get(0), "student_muted").expectProblem(409, "not-a-student");

        assertThat(queue(lead).get(0).path("decisions")).isEmpty();
        assertThat(queue(lead).get(0).path("state").asString()).isEqualTo("open");
    }

    @Test
    void letsOneOfTwoDecideWhoDoSoAtOnce() throws Exception {
        report(reporter, say(amy, "who first"), "other").expect(200);
        Api lead = newLead();
        JsonNode concern = queue(lead).get(0);

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> decisions = List.of(
                    () -> decide(lead, concern, "nothing_to_do").status(),
                    () -> decide(as("teacher"), concern, "talked_to_student").status());
            assertThat(both.invokeAll(decisions)).extracting(each -> each.get()).containsExactlyInAnyOrder(201, 409);
        }
        decide(lead, concern, "nothing_to_do").expectProblem(409, "decided-meanwhile");
        assertThat(queue(lead).get(0).path("decisions")).hasSize(1);
    }

    @Test
    void keepsTheHistoryWhenADecisionIsTakenBack() {
        report(reporter, say(amy, "hm hm"), "other").expect(200);
        Api lead = newLead();
        decide(as("teacher"), queue(lead).get(0), "passed_on").expect(201);
        assertThat(queue(lead).get(0).path("state").asString()).isEqualTo("passed_on");
        decide(lead, queue(lead).get(0), "nothing_to_do").expect(201);
        decide(lead, queue(lead).get(0), "reopened").expect(201);

        JsonNode concern = queue(as("teacher")).get(0);
        assertThat(concern.path("state").asString()).isEqualTo("open");
        assertThat(concern.path("decisions"))
                .extracting(each -> each.path("outcome").asString() + " "
                        + each.path("by").path("name").asString())
                .containsExactly("passed_on Teacher", "nothing_to_do Lead", "reopened Lead");
    }

    @Test
    void opensAgainWhenSomebodyElseReportsWhatWasClosed() {
        MessageId message = say(amy, "once more");
        report(reporter, message, "other").expect(200);
        decide(as("teacher"), queue(as("teacher")).get(0), "nothing_to_do").expect(201);

        report(reporter, message, "danger").expect(200);
        assertThat(queue(as("teacher")).get(0).path("state").asString()).isEqualTo("closed");
        report(as("teacher"), message, "danger").expect(200);
        assertThat(queue(as("teacher")).get(0).path("state").asString()).isEqualTo("open");
    }

    @Test
    void takesSoManyReportsInAnHourAndNoMore() {
        List<MessageId> messages = List.of(say(amy, "1"), say(amy, "2"), say(amy, "3"), say(amy, "4"));
        messages.subList(0, 3)
                .forEach(message -> report(reporter, message, "other").expect(200));

        Api.Answer refused = report(reporter, messages.getLast(), "other").expectProblem(429, "too-many-reports");

        assertThat(Integer.parseInt(String.valueOf(refused.header("Retry-After"))))
                .isBetween(3000, 3601);
        report(reporter, messages.getFirst(), "danger").expect(200);
    }

    @Test
    void pagesFromEitherEndAndFilters() {
        List<MessageId> messages = List.of(say(amy, "1"), say(amy, "2"), say(amy, "3"));
        messages.forEach(message -> report(reporter, message, "other").expect(200));
        String path = "/api/concerns?room=" + room + "&limit=2";

        JsonNode newest = as("teacher").get(path).expect(200).json();
        JsonNode rest = as("teacher")
                .get(path + "&after=" + newest.path("next").asString())
                .expect(200)
                .json();
        JsonNode oldest = as("teacher").get(path + "&order=oldest").expect(200).json();

        assertThat(texts(newest)).containsExactly("3", "2");
        assertThat(texts(rest)).containsExactly("1");
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(texts(oldest)).containsExactly("1", "2");
        decide(as("teacher"), oldest.path("items").get(0), "nothing_to_do").expect(201);
        assertThat(texts(as("teacher").get(path + "&state=closed").json())).containsExactly("1");
        assertThat(texts(as("teacher").get(path + "&kind=reported&state=open").json()))
                .containsExactly("3", "2");
        assertThat(texts(as("teacher").get(path + "&kind=flagged").json())).isEmpty();
    }

    private static List<String> texts(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(each -> each.path("message").path("text").asString())
                .toList();
    }

    @Test
    void refusesWhatIsNoReport() {
        MessageId message = say(amy, "hello");
        String path = reportPath(message);

        reporter.raw("PUT", path, "{}").expectInvalid("reason");
        report(reporter, message, "boredom").expectInvalid("reason");
        reporter.raw("PUT", path, "{\"reason\":\"other\",\"note\":\"" + "x".repeat(501) + "\"}")
                .expectInvalid("note");
        reporter.raw("PUT", path, "{\"reason\":\"other\",\"note\":\" \"}").expectInvalid("note");
        reporter.raw("PUT", path, "{\"reason\":\"other\",\"by\":\"me\"}").expectInvalid("by");
        report(reporter, MessageId.create(), "other").expectProblem(404, "message-not-found");
        report(as("amy"), message, "other").expectProblem(409, "own-message");
        report(as("admin"), message, "other").expectProblem(403, "forbidden");
        report(as("ben"), message, "other").expectProblem(404, "room-not-found");
        api().raw("PUT", path, "{\"reason\":\"other\"}").expectProblem(401, "not-signed-in");
    }

    @Test
    void refusesWhatIsNoQuestionAndNoDecision() {
        report(reporter, say(amy, "hello"), "other").expect(200);
        JsonNode concern = queue(as("teacher")).get(0);
        String path = "/api/concerns/" + concern.path("id").asString() + "/decisions";

        as("teacher").get("/api/concerns?state=done").expectInvalid("state");
        as("teacher").get("/api/concerns?kind=odd").expectInvalid("kind");
        as("teacher").get("/api/concerns?order=up").expectInvalid("order");
        as("teacher").get("/api/concerns?after=x").expectInvalid("after");
        as("teacher").get("/api/concerns?limit=101").expectInvalid("limit");
        as("teacher").get("/api/concerns?room=7").expectInvalid("room");
        as("teacher").get("/api/concerns?rom=7").expectInvalid("rom");
        as("teacher").post(path, Map.of("outcome", "detention", "version", 0)).expectInvalid("outcome");
        as("teacher").post(path, Map.of("outcome", "nothing_to_do")).expectInvalid("version");
        as("teacher").post(path, Map.of("version", 0)).expectInvalid("outcome");
        as("teacher")
                .post(path, Map.of("outcome", "nothing_to_do", "version", -1))
                .expectInvalid("version");
        as("teacher")
                .post(path, Map.of("outcome", "nothing_to_do", "version", 0, "note", "x".repeat(1001)))
                .expectInvalid("note");
    }
}
