package dev.homeroom.archiver.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.RunningArchiver;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A room has no more members than it may. */
@TestPropertySource(properties = "homeroom.archiver.rooms.max-members=4")
class RoomSizeIntegrationTests extends RunningArchiver {
    private List<String> ids(String... usernames) {
        return Stream.of(usernames)
                .map(username -> as(username).get("/api/me").json().path("id").asString())
                .toList();
    }

    private String group(String... usernames) {
        return as("teacher")
                .post("/api/groups", Map.of("name", "Some", "members", ids(usernames)))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    private String student() {
        String username = "s" + System.nanoTime();
        return as("admin")
                .post(
                        "/api/accounts",
                        Map.of("username", username, "display_name", "S", "role", "student", "password", "long enough"))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    @Test
    void refusesRoomWithTooManyMembers() {
        String group = group("amy", "ben");
        int before = as("teacher").get("/api/rooms").json().path("items").size();

        as("teacher")
                .post(
                        "/api/rooms",
                        Map.of("title", "x", "members", List.of(student(), student()), "groups", List.of(group)))
                .expectInvalid("members");

        assertThat(as("teacher").get("/api/rooms").json().path("items")).hasSize(before);
    }

    @Test
    void refusesChangeThatBringsTooManyMembers() {
        String group = group("amy", "ben");
        String id = as("teacher")
                .post("/api/rooms", Map.of("title", "Three", "groups", List.of(group)))
                .expect(201)
                .json()
                .path("id")
                .asString();

        as("teacher")
                .patch("/api/rooms/" + id, Map.of("title", "Five", "members", List.of(student(), student())))
                .expectInvalid("members");
        as("teacher")
                .patch("/api/rooms/" + id, Map.of("members", List.of(student())))
                .expect(200);

        assertThat(as("teacher").get("/api/rooms/" + id).json().path("title").asString())
                .isEqualTo("Three");
    }

    @Test
    void refusesGrowthOfAGroupThatWouldFillARoom() {
        String group = group("amy");
        as("teacher")
                .post("/api/rooms", Map.of("title", "x", "groups", List.of(group)))
                .expect(201);
        List<String> tooMany = Stream.concat(ids("amy", "ben", "chen").stream(), Stream.of(student()))
                .toList();

        as("teacher").patch("/api/groups/" + group, Map.of("members", tooMany)).expectInvalid("members");
        assertThat(as("teacher").get("/api/groups/" + group).json().path("members"))
                .hasSize(1);

        as("teacher")
                .patch("/api/groups/" + group, Map.of("members", tooMany.subList(0, 3)))
                .expect(200);
        as("teacher").delete("/api/groups/" + group).expect(204);
    }
}
