package dev.homeroom.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.TestSchool.Person;
import dev.homeroom.edge.socketio.NodeProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole school enters its hall when the bell rings. */
class BellIntegrationTests {
    private static final int PEOPLE = 1_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final TestSchool school = SharedEdges.school();

    @TempDir
    private Path folder;

    @Test
    void tellsOfAThousandWhoEnterAtTheBellInAFewFrames() throws IOException, InterruptedException {
        Person[] people = IntStream.rangeClosed(0, PEOPLE)
                .mapToObj(i -> TestSchool.student("Student " + i))
                .toArray(Person[]::new);
        RoomId hall = school.room("Hall", people);

        JsonNode told = ring(hall, people);

        assertThat(told.path("entered").asInt()).as("%s", told).isEqualTo(PEOPLE);
        assertThat(told.path("firstWasToldOf").asInt()).as("%s", told).isGreaterThanOrEqualTo(PEOPLE);
        assertThat(told.path("missed").asInt()).as("%s", told).isZero();
        assertThat(told.path("doubled").asInt()).as("%s", told).isZero();
        assertThat(told.path("mostFrames").asInt()).as("%s", told).isLessThan(PEOPLE / 10);
    }

    private JsonNode ring(RoomId room, Person... people) throws IOException, InterruptedException {
        Map<String, ?> plan = Map.of(
                "edges", List.of(SharedEdges.one().address(), SharedEdges.two().address()),
                "room", room.toString(),
                "tokens", Arrays.stream(people).map(school::token).toList());
        Path file = folder.resolve("plan.json");
        Files.writeString(file, JSON.writeValueAsString(plan));
        return JSON.readTree(NodeProject.run("bell.mjs", file.toString()));
    }
}
