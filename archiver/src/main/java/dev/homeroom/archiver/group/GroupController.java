package dev.homeroom.archiver.group;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.json.PlainText;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/groups}, for teachers and admins. */
@RestController
@RequestMapping("/api/groups")
class GroupController {
    private static final int MOST_MEMBERS = 10_000;

    private final Groups groups;

    GroupController(Groups groups) {
        this.groups = groups;
    }

    record GroupMemberView(
            UUID id,
            String username,
            @JsonProperty("display_name") String displayName) {}

    record GroupView(UUID id, String name, List<GroupMemberView> members) {
        static GroupView of(Group group) {
            return new GroupView(
                    group.id(),
                    group.name(),
                    group.members().stream()
                            .map(member -> new GroupMemberView(member.id(), member.username(), member.displayName()))
                            .toList());
        }
    }

    record GroupCreateRequest(
            @NotNull @PlainText(max = 120) String name,
            @Size(max = MOST_MEMBERS) @Nullable List<@NotNull UUID> members) {}

    record GroupChangeRequest(
            @PlainText(max = 120) @Nullable String name,
            @Size(max = MOST_MEMBERS) @Nullable List<@NotNull UUID> members) {}

    @GetMapping
    Page<GroupView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        return groups.list(caller.school(), after, limit).map(GroupView::of);
    }

    @GetMapping("/{id}")
    GroupView get(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return groups.find(caller.school(), id).map(GroupView::of).orElseThrow(GroupController::notFound);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    GroupView create(@AuthenticationPrincipal Caller caller, @Valid @RequestBody GroupCreateRequest request) {
        List<UUID> members = request.members() == null ? List.of() : request.members();
        return view(groups.create(caller.school(), request.name(), members));
    }

    @PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    GroupView change(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody GroupChangeRequest request) {
        return view(groups.change(caller.school(), id, request.name(), request.members()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        if (!groups.delete(caller.school(), id)) {
            throw notFound();
        }
    }

    private static GroupView view(GroupResult result) {
        return switch (result) {
            case GroupResult.Done(Group group) -> GroupView.of(group);
            case GroupResult.NotFound _ -> throw notFound();
            case GroupResult.UnknownMembers(List<UUID> accounts) ->
                throw ProblemException.invalid("members", "has accounts that do not exist: " + accounts);
            case GroupResult.RoomTooFull(int limit) ->
                throw ProblemException.invalid(
                        "members", "would give a room that uses the group more than " + limit + " members");
        };
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("group");
    }
}
