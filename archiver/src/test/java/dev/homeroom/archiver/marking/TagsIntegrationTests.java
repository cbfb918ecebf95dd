package dev.homeroom.archiver.marking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.archiver.Api;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The tags of a school over HTTP. */
class TagsIntegrationTests extends MarkedRoom {
    private static final String TAGS = "/api/feedback/tags";

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void restoreStandardTags() {
        jdbc.sql("DELETE FROM feedback_tags").update();
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.path("tags").spliterator(), false)
                .map(tag -> tag.path("name").asString())
                .toList();
    }

    private static Map<String, Object> tags(long version, Object... tags) {
        return Map.of("version", version, "tags", List.of(tags));
    }

    @Test
    void beginWithTheStandardOnes() {
        JsonNode list = teacher.get(TAGS).expect(200).json();

        assertThat(names(list)).containsExactly("Spelling", "Tone", "Reasoning", "Off topic", "Well said");
        assertThat(list.path("tags"))
                .allSatisfy(tag -> assertThat(tag.path("standard").asBoolean()).isTrue());
    }

    @Test
    void areChangedByAdmins() {
        JsonNode changed = as("admin")
                .put(
                        TAGS,
                        tags(
                                0,
                                Map.of("name", "Sources"),
                                Map.of("key", "tone", "name", "Manners"),
                                Map.of("key", "spelling", "name", "Spelling")))
                .expect(200)
                .json();

        assertThat(names(changed)).containsExactly("Sources", "Manners", "Spelling");
        assertThat(changed.path("tags").path(1).path("key").asString()).isEqualTo("tone");
        assertThat(changed.path("tags").path(1).path("standard").asBoolean()).isFalse();
        assertThat(changed.path("tags").path(2).path("standard").asBoolean()).isTrue();
        assertThat(teacher.get(TAGS).json()).isEqualTo(changed);
        as("admin").put(TAGS, tags(0, Map.of("name", "Mine"))).expectProblem(409, "changed-meanwhile");
        teacher.put(TAGS, tags(1, Map.of("name", "Mine"))).expectProblem(403, "forbidden");
        amy.put(TAGS, tags(1, Map.of("name", "Mine"))).expectProblem(403, "forbidden");
    }

    @Test
    void sayThatTheyWereChangedAlsoWhereOneWasTakenAway() {
        Api admin = as("admin");
        admin.put(TAGS, tags(0, Map.of("name", "Sources"))).expect(200);

        admin.put(TAGS, tags(0, Map.of("key", "tone", "name", "Tone"))).expectProblem(409, "changed-meanwhile");
    }

    @Test
    void stayOnCommentsWhenTheyAreTakenAway() {
        String message = say(amy, "I thnik so");
        JsonNode comment = comment(message, "Look again", "spelling");

        as("admin").put(TAGS, tags(0, Map.of("key", "tone", "name", "Tone"))).expect(200);

        teacher.post(path + "/feedback", Map.of("messages", List.of(message), "tags", List.of("spelling")))
                .expectInvalid("tags");
        JsonNode kept = teacher.put(
                        path + "/feedback/" + id(comment),
                        Map.of("version", 1, "messages", List.of(message), "tags", List.of("spelling", "tone")))
                .expect(200)
                .json();
        assertThat(names(kept)).containsExactly("Spelling", "Tone");
    }

    @Test
    void refuseListsThatCannotBe() {
        Api admin = as("admin");
        Map<String, Object> tag = Map.of("name", "Sources");
        admin.put(TAGS, tags(0, tag, Map.of("name", "sources"))).expectInvalid("tags[1].name");
        admin.put(TAGS, tags(0, Map.of("name", ""))).expectInvalid("tags[0].name");
        admin.put(TAGS, tags(0, Map.of("name", "x".repeat(61)))).expectInvalid("tags[0].name");
        admin.put(TAGS, tags(0, Map.of("name", "x", "key", UUID.randomUUID()))).expectInvalid("tags[0].key");
        admin.put(TAGS, tags(0, Map.of("name", "x", "key", "tone"), Map.of("name", "y", "key", "tone")))
                .expectInvalid("tags[1].key");
        admin.put(TAGS, Map.of("version", 0, "tags", Collections.nCopies(31, tag)))
                .expectInvalid("tags");
        admin.put(TAGS, Map.of("tags", List.of())).expectInvalid("version");
    }
}
