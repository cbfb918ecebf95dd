package dev.homeroom.archiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.account.Accounts;
import dev.homeroom.archiver.account.NewAccount;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.account.Schools;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.contract.SchoolId;
import dev.homeroom.testing.Backends;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is not yours does not exist. */
class ForeignRoomIntegrationTests extends RunningArchiver {
    @Autowired
    private Schools schools;

    @Autowired
    private Accounts accounts;

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final List<BiFunction<Api, String, Api.Answer>> ROOM_PATHS = List.of(
            (api, room) -> api.get("/api/rooms/" + room),
            (api, room) -> api.patch("/api/rooms/" + room, Map.of("title", "mine now")),
            (api, room) -> api.patch("/api/rooms/" + room + "/members/" + UUID.randomUUID(), Map.of("muted", true)),
            (api, room) -> api.get("/api/rooms/" + room + "/messages"),
            (api, room) -> api.delete("/api/rooms/" + room + "/messages/" + UUID.randomUUID()),
            (api, room) -> api.raw(
                    "PUT",
                    "/api/rooms/" + room + "/messages/" + UUID.randomUUID() + "/report",
                    "{\"reason\": \"other\"}"),
            (api, room) -> api.get("/api/rooms/" + room + "/transcript"),
            (api, room) -> api.get("/api/rooms/" + room + "/authors"),
            (api, room) -> api.get("/api/rooms/" + room + "/transcript.csv"),
            (api, room) -> api.get("/api/rooms/" + room + "/transcript.json"),
            (api, room) -> api.get("/api/rooms/" + room + "/participation"),
            (api, room) -> api.get("/api/rooms/" + room + "/participation.csv"),
            (api, room) -> api.get("/api/rooms/" + room + "/participation/" + SOMEBODY),
            (api, room) -> api.get("/api/rooms/" + room + "/transcript.html"),
            (api, room) -> api.get("/api/rooms/" + room + "/transcript.pdf"),
            (api, room) -> api.post("/api/exports", Map.of("room", room, "format", "csv")),
            (api, room) -> api.get("/api/rooms/" + room + "/rubric"),
            (api, room) -> api.put("/api/rooms/" + room + "/rubric", Map.of("version", 0, "criteria", List.of())),
            (api, room) -> api.get("/api/rooms/" + room + "/marking"),
            (api, room) -> api.get("/api/rooms/" + room + "/marking/" + SOMEBODY),
            (api, room) -> api.get("/api/rooms/" + room + "/feedback"),
            (api, room) -> api.post("/api/rooms/" + room + "/feedback", comment()),
            (api, room) -> api.put("/api/rooms/" + room + "/feedback/" + SOMEBODY, comment(1)),
            (api, room) -> api.delete("/api/rooms/" + room + "/feedback/" + SOMEBODY + "?version=1"),
            (api, room) -> api.post("/api/rooms/" + room + "/feedback/" + SOMEBODY + "/release", Map.of("version", 1)),
            (api, room) -> api.post("/api/rooms/" + room + "/feedback/" + SOMEBODY + "/withdraw", Map.of("version", 1)),
            (api, room) -> api.post("/api/rooms/" + room + "/feedback/releases", Map.of("feedback", List.of())),
            (api, room) ->
                    api.put("/api/rooms/" + room + "/grades/" + SOMEBODY, Map.of("version", 0, "text", "Very good")));

    private static Map<String, Object> comment() {
        return Map.of("messages", List.of(SOMEBODY), "text", "Very good");
    }

    private static Map<String, Object> comment(long version) {
        return Map.of("version", version, "messages", List.of(SOMEBODY), "text", "Very good");
    }

    private SchoolId newSchool() {
        return schools.create("School " + UUID.randomUUID());
    }

    private Api newcomer(SchoolId school, Role role) {
        String username = "u" + UUID.randomUUID();
        accounts.create(school, new NewAccount(username, "Newcomer", role, "long enough"));
        return api().signedIn(username, "long enough");
    }

    @Test
    void hidesForeignRoomOnEveryPath() {
        String room = as("teacher")
                .post("/api/rooms", Map.of("title", "Private"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        SchoolId demo = schools.named("Demo School").orElseThrow();
        SchoolId other = newSchool();
        List<Api> strangers = List.of(
                as("ben"),
                newcomer(demo, Role.TEACHER),
                newcomer(other, Role.STUDENT),
                newcomer(other, Role.TEACHER),
                newcomer(other, Role.ADMIN));

        for (Api stranger : strangers) {
            for (var path : ROOM_PATHS) {
                Api.Answer hidden = path.apply(stranger, room).expectProblem(404, "room-not-found");
                Api.Answer unknown =
                        path.apply(stranger, UUID.randomUUID().toString()).expect(404);
                assertThat(hidden.text()).isEqualTo(unknown.text());
            }
        }
        assertThat(as("teacher").get("/api/rooms/" + room).json().path("title").asString())
                .isEqualTo("Private");
    }

    @Test
    void hidesFormerRooms() {
        String amy = as("amy").get("/api/me").json().path("id").asString();
        String room = as("teacher")
                .post("/api/rooms", Map.of("title", "Left", "members", List.of(amy)))
                .json()
                .path("id")
                .asString();
        as("amy").get("/api/rooms/" + room).expect(200);
        as("teacher").patch("/api/rooms/" + room, Map.of("members", List.of())).expect(200);

        ROOM_PATHS.forEach(path -> path.apply(as("amy"), room).expectProblem(404, "room-not-found"));
    }

    @Test
    void letsNoTeacherInByAGroup() {
        SchoolId demo = schools.named("Demo School").orElseThrow();
        Api stranger = newcomer(demo, Role.TEACHER);
        String self = idOf(stranger);
        String group = as("teacher")
                .post("/api/groups", Map.of("name", "Shared", "members", List.of(idOf(as("amy")))))
                .expect(201)
                .json()
                .path("id")
                .asString();
        String room = as("teacher")
                .post("/api/rooms", Map.of("title", "Not yours", "groups", List.of(group)))
                .expect(201)
                .json()
                .path("id")
                .asString();

        stranger.patch("/api/groups/" + group, Map.of("members", List.of(self, idOf(as("amy")), idOf(as("ben")))))
                .expect(200);

        ROOM_PATHS.forEach(path -> path.apply(stranger, room).expectProblem(404, "room-not-found"));
        assertThat(stranger.get("/api/rooms").json().path("items")).isEmpty();
        as("ben").get("/api/rooms/" + room).expect(200);
        assertThat(as("teacher").get("/api/rooms/" + room).json().path("members"))
                .extracting(member -> member.path("display_name").asString())
                .containsExactly("Amy", "Ben", "Teacher");
        await().untilAsserted(() ->
                assertThat(membersOnTheTopic(room)).contains(idOf(as("ben"))).doesNotContain(self));
    }

    @Test
    void letsNoPromotedStudentStayByAGroup() {
        SchoolId demo = schools.named("Demo School").orElseThrow();
        Api student = newcomer(demo, Role.STUDENT);
        String id = idOf(student);
        String group = as("teacher")
                .post("/api/groups", Map.of("name", "Promoted", "members", List.of(id)))
                .json()
                .path("id")
                .asString();
        String room = as("teacher")
                .post("/api/rooms", Map.of("title", "Before", "groups", List.of(group)))
                .json()
                .path("id")
                .asString();
        student.get("/api/rooms/" + room).expect(200);
        await().untilAsserted(() -> assertThat(membersOnTheTopic(room)).contains(id));

        as("admin").patch("/api/accounts/" + id, Map.of("role", "teacher")).expect(200);

        student.get("/api/rooms/" + room).expectProblem(404, "room-not-found");
        await().untilAsserted(() -> assertThat(membersOnTheTopic(room)).doesNotContain(id));
    }

    private static String idOf(Api api) {
        return api.get("/api/me").expect(200).json().path("id").asString();
    }

    private static List<String> membersOnTheTopic(String room) {
        RoomRecord record =
                TopicContents.rooms(Backends.kafka().bootstrapServers()).get(RoomId.parse(room));
        return record == null
                ? List.of()
                : record.members().stream()
                        .filter(member -> !member.former())
                        .map(member -> member.account().toString())
                        .toList();
    }

    @Test
    void keepsSchoolsApart() {
        SchoolId other = newSchool();
        Api admin = newcomer(other, Role.ADMIN);
        String demoAmy = as("amy").get("/api/me").json().path("id").asString();
        String demoGroup = as("teacher")
                .post("/api/groups", Map.of("name", "Ours"))
                .expect(201)
                .json()
                .path("id")
                .asString();

        assertThat(admin.get("/api/accounts").text()).doesNotContain(demoAmy);
        assertThat(admin.get("/api/rooms?scope=school").json().path("items")).isEmpty();
        assertThat(admin.get("/api/groups").json().path("items")).isEmpty();
        admin.patch("/api/accounts/" + demoAmy, Map.of("active", false)).expectProblem(404, "account-not-found");
        admin.get("/api/groups/" + demoGroup).expectProblem(404, "group-not-found");
        admin.patch("/api/groups/" + demoGroup, Map.of("name", "x")).expectProblem(404, "group-not-found");
        admin.delete("/api/groups/" + demoGroup).expectProblem(404, "group-not-found");
        admin.post("/api/rooms", Map.of("title", "x", "members", List.of(demoAmy)))
                .expectInvalid("members");
        admin.post("/api/rooms", Map.of("title", "x", "groups", List.of(demoGroup)))
                .expectInvalid("groups");
        admin.post("/api/groups", Map.of("name", "x", "members", List.of(demoAmy)))
                .expectInvalid("members");
    }
}
