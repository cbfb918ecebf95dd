package dev.homeroom.archiver.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Rubrics over HTTP. */
class RubricIntegrationTests extends MarkedRoom {
    @Test
    void isEmptyUntilATeacherWritesOne() {
        JsonNode none = teacher.get(path + "/rubric").expect(200).json();
        assertThat(none.path("version").asLong()).isZero();
        assertThat(none.path("criteria")).isEmpty();

        JsonNode rubric = rubric();

        assertThat(rubric.path("version").asLong()).isEqualTo(1);
        assertThat(rubric.path("out_of").asDouble()).isEqualTo(6);
        assertThat(teacher.get(path + "/rubric").json()).isEqualTo(rubric);
    }

    @Test
    void keepsTheIdsOfWhatStays() {
        JsonNode criterion = rubric().path("criteria").path(0);

        JsonNode changed = teacher.put(
                        path + "/rubric",
                        Map.of(
                                "version",
                                1,
                                "criteria",
                                List.of(Map.of(
                                        "id",
                                        id(criterion),
                                        "name",
                                        "Orthography",
                                        "levels",
                                        List.of(criterion.path("levels").path(2))))))
                .expect(200)
                .json();

        assertThat(id(changed.path("criteria").path(0))).isEqualTo(id(criterion));
        assertThat(changed.path("criteria").path(0).path("levels").path(0))
                .isEqualTo(criterion.path("levels").path(2));
    }

    @Test
    void saysWhatAnotherTeacherHasChangedMeanwhile() {
        rubric();

        teacher.put(path + "/rubric", Map.of("version", 0, "criteria", List.of()))
                .expectProblem(409, "changed-meanwhile");
        teacher.put(path + "/rubric", Map.of("version", 7, "criteria", List.of()))
                .expectProblem(409, "changed-meanwhile");
        assertThat(teacher.get(path + "/rubric").json().path("criteria")).hasSize(2);
    }

    @Test
    void saysThatItWasChangedAlsoWhereWhatIsSentWasTakenAway() {
        JsonNode first = rubric();
        teacher.put(path + "/rubric", Map.of("version", 1, "criteria", List.of(criterion("Sources"))))
                .expect(200);

        teacher.put(path + "/rubric", Map.of("version", 1, "criteria", first.path("criteria")))
                .expectProblem(409, "changed-meanwhile");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | must not be negative",
                "1001 | must be at most 1000",
                "0.125 | must have at most 2 decimals",
                "1e999999999 | must be at most 1000",
                "null | must not be empty"
            })
    void refusesPointsThatCannotBe(String points, String reason) {
        String body = """
                {"version": 0, "criteria": [{"name": "Tone", "levels": [{"name": "Good", "points": %s}]}]}
                """.formatted(points);

        assertThat(teacher.raw("PUT", path + "/rubric", body)
                        .expectInvalid("criteria[0].levels[0].points")
                        .text())
                .contains(reason);
    }

    @Test
    void refusesRubricsThatCannotBe() {
        refuses("criteria[1].name", List.of(criterion("Tone"), criterion("tone ")));
        refuses("criteria[0].name", List.of(criterion(" ")));
        refuses("criteria[0].name", List.of(criterion("x".repeat(61))));
        refuses("criteria[0].name", List.of(criterion("two\nlines")));
        refuses("criteria", Collections.nCopies(21, criterion("Tone")));
        refuses("criteria[0].levels", List.of(Map.of("name", "Tone")));
        refuses("criteria[0].levels", List.of(Map.of("name", "Tone", "levels", List.of())));
        refuses(
                "criteria[0].levels",
                List.of(Map.of(
                        "name",
                        "Tone",
                        "levels",
                        IntStream.range(0, 11)
                                .mapToObj(level -> Map.of("name", "L" + level, "points", level))
                                .toList())));
        Map<String, Object> level = Map.of("name", "Good", "points", 1);
        refuses("criteria[0].levels[1].name", List.of(Map.of("name", "Tone", "levels", List.of(level, level))));
        refuses(
                "criteria[0].description",
                List.of(Map.of("name", "Tone", "description", "x".repeat(501), "levels", List.of(level))));
        refuses("criteria[0].id", List.of(Map.of("id", UUID.randomUUID(), "name", "Tone", "levels", List.of(level))));
        teacher.put(path + "/rubric", Map.of("version", 0)).expectInvalid("criteria");
        teacher.put(path + "/rubric", Map.of("criteria", List.of())).expectInvalid("version");
    }

    private void refuses(String field, List<?> criteria) {
        teacher.put(path + "/rubric", Map.of("version", 0, "criteria", criteria))
                .expectInvalid(field);
    }

    @Test
    void isForTeachersAndAdminsAlone() {
        amy.get(path + "/rubric").expectProblem(403, "forbidden");
        amy.put(path + "/rubric", Map.of("version", 0, "criteria", List.of())).expectProblem(403, "forbidden");
        as("admin").get(path + "/rubric").expect(200);
    }
}
