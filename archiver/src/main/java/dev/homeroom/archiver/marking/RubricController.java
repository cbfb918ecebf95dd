package dev.homeroom.archiver.marking;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.marking.Rubric.Criterion;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.contract.RoomId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms/{id}/rubric}, for the room's teachers and the school's admins. */
@RestController
@RequestMapping("/api/rooms/{id}/rubric")
class RubricController {
    private final RoomDoor door;
    private final Rubrics rubrics;
    private final RubricReader reader;

    RubricController(RoomDoor door, Rubrics rubrics, RubricReader reader) {
        this.door = door;
        this.rubrics = rubrics;
        this.reader = reader;
    }

    record RubricView(
            long version,
            List<Criterion> criteria,
            @JsonProperty("out_of") BigDecimal outOf) {
        static RubricView of(Rubric rubric) {
            return new RubricView(rubric.version(), rubric.criteria(), rubric.outOf());
        }
    }

    /** @param id of a level that is there; none for a new one */
    record LevelRequest(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String description,
            @Nullable BigDecimal points) {}

    /** @param id of a criterion that is there; none for a new one */
    record CriterionRequest(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable String description,
            @Nullable List<@Valid @NotNull LevelRequest> levels) {}

    record RubricRequest(@NotNull Long version, @NotNull List<@Valid @NotNull CriterionRequest> criteria) {}

    @GetMapping
    RubricView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return RubricView.of(rubrics.of(door.manager(caller, id).room()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    RubricView replace(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @Valid @RequestBody RubricRequest request) {
        RoomId room = door.manager(caller, id).room();
        Rubric before = rubrics.of(room);
        // First of all: the ids of what somebody else has taken away meanwhile are no mistake of whoever sends them.
        if (before.version() != request.version()) {
            throw MarkingProblems.changedMeanwhile();
        }
        List<Criterion> criteria = reader.read(request.criteria(), before);
        Rubric wanted = new Rubric(request.version() + 1, criteria);
        if (!rubrics.replace(room, wanted)) {
            throw MarkingProblems.changedMeanwhile();
        }
        return RubricView.of(wanted);
    }
}
