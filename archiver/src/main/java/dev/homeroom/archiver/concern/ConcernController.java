package dev.homeroom.archiver.concern;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.concern.ConcernQuery.Origin;
import dev.homeroom.archiver.concern.ConcernRows.OpenCount;
import dev.homeroom.archiver.concern.ConcernViews.ConcernView;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.contract.RoomId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/concerns}: what the teachers of a room, and the safeguarding lead, have to look at. */
@RestController
@RequestMapping("/api/concerns")
class ConcernController {
    private final Concerns concerns;
    private final Rooms rooms;

    ConcernController(Concerns concerns, Rooms rooms) {
        this.concerns = concerns;
        this.rooms = rooms;
    }

    /** @param version how many decisions the caller knows of, as the concern told */
    record DecisionRequest(
            @NotNull Outcome outcome,
            @PlainText(max = 1000) @Nullable String note,
            @NotNull @Min(0) Integer version) {}

    /** How many wait to be decided, by room; rooms without any are not in it. */
    record CountListView(List<OpenCount> items) {}

    @GetMapping
    Page<ConcernView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable UUID room,
            @RequestParam
                    @Pattern(regexp = "open|passed_on|closed", message = "must be open, passed_on or closed")
                    @Nullable
                    String state,
            @RequestParam @Pattern(regexp = "reported|flagged", message = "must be reported or flagged") @Nullable
                    String kind,
            @RequestParam(defaultValue = "newest")
                    @Pattern(regexp = "newest|oldest", message = "must be newest or oldest")
                    String order,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        if (room != null && rooms.access(caller, new RoomId(room)).isEmpty()) {
            throw ProblemException.notFound("room");
        }
        String mark = PageMark.decode(after);
        ConcernQuery query = new ConcernQuery(
                room,
                state == null ? null : ConcernState.of(state),
                kind == null ? null : Origin.valueOf(kind.toUpperCase(Locale.ROOT)),
                order.equals("oldest"),
                mark == null ? null : ConcernMark.parse(mark));
        return concerns.list(caller, query, limit).map(ConcernView::of);
    }

    /** Asked every few seconds by each page that watches rooms. */
    @GetMapping("/counts")
    CountListView counts(@AuthenticationPrincipal Caller caller) {
        return new CountListView(concerns.countOpen(caller));
    }

    @GetMapping("/{id}")
    ConcernView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return concerns.find(caller, id).map(ConcernView::of).orElseThrow(ConcernController::notFound);
    }

    @PostMapping(path = "/{id}/decisions", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ConcernView decide(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody DecisionRequest decision) {
        return switch (concerns.decide(caller, id, decision.version(), decision.outcome(), decision.note())) {
            case DecisionResult.Decided(Concern concern) -> ConcernView.of(concern);
            case DecisionResult.NotFound _ -> throw notFound();
            case DecisionResult.DecidedMeanwhile _ ->
                throw ProblemException.conflict(
                        "decided-meanwhile", "Somebody has decided since you looked. Read it again, then decide.");
            case DecisionResult.MessageGone _ ->
                throw ProblemException.conflict("message-gone", "The message is not kept any more.");
            case DecisionResult.NotAStudentOfTheRoom _ ->
                throw ProblemException.conflict(
                        "not-a-student", "Only students can be muted, and only in a room that they are in.");
            case DecisionResult.NoSafeguardingLead _ ->
                throw ProblemException.conflict(
                        "no-safeguarding-lead", "The school has no safeguarding lead; an admin can name one.");
        };
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("concern");
    }
}
