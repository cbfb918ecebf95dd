package dev.homeroom.archiver.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.homeroom.archiver.Api;
import dev.homeroom.archiver.RunningArchiver;
import dev.homeroom.archiver.TopicContents;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomRecord;
import dev.homeroom.testing.Backends;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    void hasSlowModeAndHoursAndTellsTheEdges() {
        Map<String, Object> late = span("friday", "22:00", "00:30");
        Map<String, Object> hours = Map.of("zone", "Europe/Berlin", "spans", List.of(late));
        JsonNode made = as("teacher")
                .post("/api/rooms", Map.of("title", "Slow", "slow_mode", 30, "hours", hours))
                .expect(201)
                .json();
        String id = made.path("id").asString();
        assertThat(made.path("slow_mode").asInt()).isEqualTo(30);
        assertThat(made.at("/hours/zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(made.at("/hours/spans/0/until").asString()).isEqualTo("00:30");
        await().untilAsserted(() -> assertThat(published(id)).hasValueSatisfying(room -> {
            assertThat(room.slowMode()).isEqualTo(Duration.ofSeconds(30));
            assertThat(room.hours()).isNotNull();
        }));

        JsonNode unchanged = as("teacher")
                .patch("/api/rooms/" + id, Map.of("title", "Still slow"))
                .expect(200)
                .json();
        assertThat(unchanged.path("slow_mode").asInt()).isEqualTo(30);
        assertThat(unchanged.path("hours")).isEqualTo(made.path("hours"));

        JsonNode free = as("teacher")
                .patch("/api/rooms/" + id, Map.of("slow_mode", 0, "hours", Map.of("spans", List.of())))
                .expect(200)
                .json();
        assertThat(free.path("slow_mode").asInt()).isZero();
        assertThat(free.path("hours").isNull()).isTrue();
        await().untilAsserted(() -> assertThat(published(id)).hasValueSatisfying(room -> {
            assertThat(room.slowMode()).isNull();
            assertThat(room.hours()).isNull();
        }));
    }

    @Test
    void refusesSlowModeAndHoursThatCannotBe() {
        String id = room("Slow", idOf("amy"));
        refuses(id, "slow_mode", Map.of("slow_mode", -1));
        refuses(id, "slow_mode", Map.of("slow_mode", 601));
        refuses(id, "hours.zone", hours("Mars/Olympus", span("monday", "08:00", "09:00")));
        refuses(id, "hours.spans", hours("UTC", span("monday", "08:00", "08:00")));
        refuses(id, "hours.spans", hours("UTC", span("monday", "08:00", "10:00"), span("monday", "09:00", "11:00")));
        refuses(id, "hours.spans", hours("UTC", span("sunday", "23:00", "02:00"), span("monday", "01:00", "03:00")));
        refuses(id, "hours.spans[0].day", hours("UTC", span("someday", "08:00", "09:00")));
        refuses(id, "hours.spans[0].from", hours("UTC", span("monday", "8 am", "09:00")));
        assertThat(as("teacher").get("/api/rooms/" + id).json().path("hours").isNull())
                .isTrue();
        as("amy").patch("/api/rooms/" + id, Map.of("slow_mode", 5)).expectProblem(403, "forbidden");
    }

    private void refuses(String id, String field, Map<String, Object> change) {
        as("teacher").patch("/api/rooms/" + id, change).expectInvalid(field);
    }

    private static Map<String, Object> hours(String zone, Object... spans) {
        return Map.of("hours", Map.of("zone", zone, "spans", List.of(spans)));
    }

    private static Map<String, Object> span(String day, String from, String until) {
        return Map.of("day", day, "from", from, "until", until);
    }

    private static Optional<RoomRecord> published(String id) {
        return Optional.ofNullable(
                TopicContents.rooms(Backends.kafka().bootstrapServers()).get(RoomId.parse(id)));
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
