package dev.homeroom.archiver.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.RunningArchiver;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rooms over HTTP. */
class RoomsIntegrationTests extends RunningArchiver {
    private String idOf(String username) {
        return as(username).get("/api/me").json().path("id").asString();
    }

    private String room(String title, String... members) {
        return as("teacher")
                .post("/api/rooms", Map.of("title", title, "members", List.of(members)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private List<String> titles(Api api) {
        return items(api.get("/api/rooms").expect(200).json()).stream()
                .map(room -> room.path("title").asString())
                .toList();
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }

    @Test
    void makesDemoRoomForAll() {
        assertThat(titles(as("teacher"))).contains("Class 7b");
        assertThat(titles(as("amy"))).contains("Class 7b");
        assertThat(titles(as("admin"))).isEmpty();
    }

    @Test
    void showsRoomToItsMembersOnly() {
        String id = room("For Amy", idOf("amy"));

        assertThat(titles(as("amy"))).contains("For Amy");
        assertThat(titles(as("ben"))).doesNotContain("For Amy");
        as("amy").get("/api/rooms/" + id).expect(200);
        String hidden = as("ben")
                .get("/api/rooms/" + id)
                .expectProblem(404, "room-not-found")
                .text();
        String unknown =
                as("ben").get("/api/rooms/" + UUID.randomUUID()).expect(404).text();
        assertThat(hidden).isEqualTo(unknown);
    }

    @Test
    void makesItsMakerTheTeacher() {
        JsonNode room =
                as("teacher").get("/api/rooms/" + room("Mine")).expect(200).json();

        assertThat(room.path("role").asString()).isEqualTo("teacher");
        assertThat(room.path("state").asString()).isEqualTo("open");
        assertThat(room.path("members").get(0).path("role").asString()).isEqualTo("teacher");
        assertThat(room.path("members").get(0).path("direct").asBoolean()).isTrue();
        assertThat(room.path("members").get(0).path("username").asString()).isEqualTo("teacher");
    }

    @Test
    void hidesUsernamesFromStudents() {
        JsonNode room =
                as("amy").get("/api/rooms/" + room("Names", idOf("amy"))).json();

        assertThat(room.path("members"))
                .allSatisfy(member -> assertThat(member.has("username")).isFalse());
        assertThat(room.path("role").asString()).isEqualTo("student");
    }

    @Test
    void followsMembersOfItsGroups() {
        String group = as("teacher")
                .post("/api/groups", Map.of("name", "Readers", "members", List.of(idOf("amy"))))
                .expect(201)
                .json()
                .path("id")
                .asString();
        as("teacher")
                .post("/api/rooms", Map.of("title", "Reading", "groups", List.of(group)))
                .expect(201);
        assertThat(titles(as("amy"))).contains("Reading");

        as("teacher")
                .patch("/api/groups/" + group, Map.of("members", List.of(idOf("ben"))))
                .expect(200);
        assertThat(titles(as("amy"))).doesNotContain("Reading");
        assertThat(titles(as("ben"))).contains("Reading");

        as("teacher").delete("/api/groups/" + group).expect(204);
        assertThat(titles(as("ben"))).doesNotContain("Reading");
        as("teacher").get("/api/groups/" + group).expectProblem(404, "group-not-found");
    }

    @Test
    void changesTitleStateAndMembers() {
        String id = room("Before", idOf("amy"));

        JsonNode changed = as("teacher")
                .patch("/api/rooms/" + id, Map.of("title", "After", "state", "locked", "members", List.of(idOf("ben"))))
                .expect(200)
                .json();

        assertThat(changed.path("title").asString()).isEqualTo("After");
        assertThat(changed.path("state").asString()).isEqualTo("locked");
        assertThat(changed.path("members"))
                .extracting(member -> member.path("display_name").asString())
                .containsExactly("Ben", "Teacher");
    }

    @Test
    void letsOnlyItsTeachersChangeIt() {
        String id = room("Closed shop", idOf("amy"));

        as("amy").patch("/api/rooms/" + id, Map.of("title", "x")).expectProblem(403, "forbidden");
        as("ben").patch("/api/rooms/" + id, Map.of("title", "x")).expectProblem(404, "room-not-found");
        as("amy").post("/api/rooms", Map.of("title", "x")).expectProblem(403, "forbidden");
    }

    @Test
    void letsAdminsManageRoomsOfTheirSchool() {
        String amy = idOf("amy");
        String id = room("Without a teacher", amy);
        Api admin = as("admin");

        admin.patch("/api/rooms/" + id, Map.of("title", "With one again", "state", "locked"))
                .expect(200);
        admin.patch("/api/rooms/" + id + "/members/" + amy, Map.of("muted", true))
                .expect(200);
        JsonNode room = admin.patch("/api/rooms/" + id, Map.of("members", List.of(amy, idOf("ben"), idOf("admin"))))
                .expect(200)
                .json();

        assertThat(room.path("members"))
                .extracting(member -> member.path("display_name").asString())
                .contains("Admin", "Amy", "Ben");
        assertThat(room.path("role").asString()).isEqualTo("teacher");
    }

    @Test
    void mutesOneMember() {
        String amy = idOf("amy");
        String id = room("Quiet", amy);

        JsonNode room = as("teacher")
                .patch("/api/rooms/" + id + "/members/" + amy, Map.of("muted", true))
                .expect(200)
                .json();

        assertThat(room.path("members"))
                .filteredOn(member -> member.path("id").asString().equals(amy))
                .singleElement()
                .satisfies(
                        member -> assertThat(member.path("muted").asBoolean()).isTrue());
        as("teacher")
                .patch("/api/rooms/" + id + "/members/" + UUID.randomUUID(), Map.of("muted", true))
                .expectProblem(404, "member-not-found");
        as("teacher").patch("/api/rooms/" + id + "/members/" + amy, Map.of()).expectInvalid("muted");
    }

    @Test
    void mutesStudentsOnly() {
        String id = room("Loud");
        String teachers = "/api/rooms/" + id + "/members/" + idOf("teacher");

        as("teacher").patch(teachers, Map.of("muted", true)).expectProblem(409, "not-a-student");
        as("admin").patch(teachers, Map.of("muted", true)).expectProblem(409, "not-a-student");
        JsonNode room = as("teacher").get("/api/rooms/" + id).json();
        assertThat(room.path("members").get(0).path("muted").asBoolean()).isFalse();
        as("teacher").patch(teachers, Map.of("muted", false)).expect(200);
    }

    @Test
    void refusesUnknownMembersAndGroups() {
        as("teacher")
                .post("/api/rooms", Map.of("title", "x", "members", List.of(UUID.randomUUID())))
                .expectInvalid("members");
        as("teacher")
                .post("/api/rooms", Map.of("title", "x", "groups", List.of(UUID.randomUUID())))
                .expectInvalid("groups");
        as("teacher").post("/api/rooms", Map.of("title", " ")).expectInvalid("title");
        as("teacher").post("/api/rooms", Map.of("title", "x".repeat(121))).expectInvalid("title");
        as("teacher").post("/api/rooms", Map.of()).expectInvalid("title");
        as("teacher").patch("/api/rooms/" + room("x"), Map.of("state", "ajar")).expectInvalid("state");
    }

    @Test
    void showsAdminsAllRoomsOfTheirSchool() {
        room("Seen by the admin");

        assertThat(items(as("admin").get("/api/rooms?scope=school").expect(200).json()))
                .filteredOn(room -> room.path("title").asString().equals("Seen by the admin"))
                .singleElement()
                .satisfies(room -> assertThat(room.path("role").asString()).isEqualTo("admin"));
        as("teacher").get("/api/rooms?scope=school").expectProblem(403, "forbidden");
    }

    @Test
    void listsInPages() {
        room("Page 1");
        room("Page 2");
        JsonNode first = as("teacher").get("/api/rooms?limit=1").expect(200).json();

        assertThat(items(first)).hasSize(1);
        JsonNode second = as("teacher")
                .get("/api/rooms?limit=1&after=" + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(items(second).getFirst().path("id"))
                .isNotEqualTo(items(first).getFirst().path("id"));
    }
}
