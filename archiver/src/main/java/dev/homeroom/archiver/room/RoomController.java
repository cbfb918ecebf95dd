package dev.homeroom.archiver.room;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.problem.QueryTime;
import dev.homeroom.archiver.room.MembershipRows.PastMember;
import dev.homeroom.archiver.room.RoomViews.RoomLineView;
import dev.homeroom.archiver.room.RoomViews.RoomView;
import dev.homeroom.contract.AccountId;
import dev.homeroom.contract.RoomId;
import dev.homeroom.contract.RoomState;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms}: my rooms; making and changing them, for teachers and admins. */
@RestController
@RequestMapping("/api/rooms")
class RoomController {
    private static final int LONGEST_TITLE = 120;
    private static final int MOST_MEMBERS = RoomSettings.MOST_MEMBERS;
    private static final int MOST_GROUPS = 200;
    private static final int LONGEST_SLOW_MODE = 600;

    private final Rooms rooms;

    RoomController(Rooms rooms) {
        this.rooms = rooms;
    }

    record RoomCreateRequest(
            @NotNull @PlainText(max = LONGEST_TITLE) String title,
            @Size(max = MOST_MEMBERS) @Nullable List<@NotNull UUID> members,
            @Size(max = MOST_GROUPS) @Nullable List<@NotNull UUID> groups,

            @JsonProperty("slow_mode") @Min(0) @Max(LONGEST_SLOW_MODE) @Nullable
            Integer slowMode,

            @Valid @Nullable RoomHoursView hours) {}

    record RoomChangeRequest(
            @PlainText(max = LONGEST_TITLE) @Nullable String title,

            @Pattern(regexp = "open|locked|closed", message = "must be open, locked or closed") @Nullable
            String state,

            @Size(max = MOST_MEMBERS) @Nullable List<@NotNull UUID> members,
            @Size(max = MOST_GROUPS) @Nullable List<@NotNull UUID> groups,

            @JsonProperty("slow_mode") @Min(0) @Max(LONGEST_SLOW_MODE) @Nullable
            Integer slowMode,

            @Valid @Nullable RoomHoursView hours) {
        RoomChange toChange() {
            RoomState wanted = state == null ? null : RoomState.valueOf(state.toUpperCase(Locale.ROOT));
            return new RoomChange(title, wanted, members, groups, seconds(slowMode), change(hours));
        }
    }

    record MemberChangeRequest(@NotNull Boolean muted) {}

    @GetMapping
    Page<RoomLineView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "mine") @Pattern(regexp = "mine|school", message = "must be mine or school")
                    String scope,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
        if (scope.equals("mine")) {
            return rooms.listMine(caller, after, limit).map(RoomLineView::of);
        }
        if (!caller.seesWholeSchool()) {
            throw ProblemException.forbidden("Only admins and the safeguarding lead see all rooms of their school.");
        }
        return rooms.listOfSchool(caller, after, limit).map(RoomLineView::of);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    RoomView create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody RoomCreateRequest request) {
        return view(rooms.create(
                caller,
                request.title(),
                orNone(request.members()),
                orNone(request.groups()),
                seconds(request.slowMode()),
                change(request.hours())));
    }

    @GetMapping("/{id}")
    RoomView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return rooms.find(caller, new RoomId(id)).map(RoomView::of).orElseThrow(RoomController::notFound);
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomView change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody RoomChangeRequest request) {
        return view(rooms.change(caller, new RoomId(id), request.toChange()));
    }

    /** Who belonged to a room at some time. */
    record PastMembersView(List<PastMemberView> items) {}

    record PastMemberView(
            UUID id, @JsonProperty("display_name") String displayName, String role, Instant since) {
        static PastMemberView of(PastMember member) {
            return new PastMemberView(
                    member.id(), member.displayName(), member.teacher() ? "teacher" : "student", member.since());
        }
    }

    /** @param at now, if it is not given */
    @GetMapping("/{id}/members")
    PastMembersView members(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @RequestParam @Nullable String at) {
        RoomId room = new RoomId(id);
        if (!rooms.access(caller, room)
                .orElseThrow(RoomController::notFound)
                .access()
                .mayReadTranscript()) {
            throw ProblemException.forbidden("Only the room's teachers see who belonged to it.");
        }
        Instant time = Objects.requireNonNullElseGet(QueryTime.parse("at", at), Instant::now);
        return new PastMembersView(
                rooms.members(room, time).stream().map(PastMemberView::of).toList());
    }

    @PatchMapping(path = "/{id}/members/{account}", consumes = MediaType.APPLICATION_JSON_VALUE)
    RoomView changeMember(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID account,
            @Valid @RequestBody MemberChangeRequest request) {
        return view(rooms.mute(caller, new RoomId(id), new AccountId(account), request.muted()));
    }

    private static RoomView view(RoomResult result) {
        return switch (result) {
            case RoomResult.Done(RoomDetail room) -> RoomView.of(room);
            case RoomResult.NotFound _ -> throw notFound();
            case RoomResult.NotItsTeacher _ ->
                throw ProblemException.forbidden("Only the room's teachers and the school's admins may do this.");
            case RoomResult.UnknownMembers(List<UUID> accounts) ->
                throw ProblemException.invalid("members", "has accounts that do not exist: " + accounts);
            case RoomResult.UnknownGroups(List<UUID> groups) ->
                throw ProblemException.invalid("groups", "has groups that do not exist: " + groups);
            case RoomResult.TooManyMembers(int limit) ->
                throw ProblemException.invalid(
                        "members", "would be more than " + limit + ", those of the groups among them");
            case RoomResult.OfGuests _ ->
                throw ProblemException.conflict("guest-room", "Rooms of guests have neither slow mode nor hours.");
            case RoomResult.NotAStudent _ ->
                throw ProblemException.conflict("not-a-student", "Only students of the room can be muted.");
            case RoomResult.UnknownMember _ -> throw ProblemException.notFound("member");
        };
    }

    private static @Nullable Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    private static @Nullable HoursChange change(@Nullable RoomHoursView hours) {
        return hours == null ? null : hours.toChange();
    }

    private static List<UUID> orNone(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("room");
    }
}
