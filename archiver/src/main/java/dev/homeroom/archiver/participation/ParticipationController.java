package dev.homeroom.archiver.participation;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.account.Role;
import dev.homeroom.archiver.export.Download;
import dev.homeroom.archiver.export.ExportName;
import dev.homeroom.archiver.group.Group.GroupMember;
import dev.homeroom.archiver.group.Groups;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.archiver.participation.Participation.Line;
import dev.homeroom.archiver.participation.ParticipationViews.CountedView;
import dev.homeroom.archiver.participation.ParticipationViews.LineView;
import dev.homeroom.archiver.participation.ParticipationViews.MedianView;
import dev.homeroom.archiver.participation.ParticipationViews.PersonView;
import dev.homeroom.archiver.participation.ParticipationViews.RoomLineView;
import dev.homeroom.archiver.participation.ParticipationViews.RoomView;
import dev.homeroom.archiver.participation.RoomsOfPerson.RoomName;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.archiver.room.RoomEntrance;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code …/participation}: who took part and how much, for those who may read the transcripts. */
@RestController
class ParticipationController {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final RoomDoor door;
    private final Groups groups;
    private final Participations participations;
    private final RoomsOfPerson rooms;
    private final ParticipationSettings settings;

    ParticipationController(
            RoomDoor door,
            Groups groups,
            Participations participations,
            RoomsOfPerson rooms,
            ParticipationSettings settings) {
        this.door = door;
        this.groups = groups;
        this.participations = participations;
        this.rooms = rooms;
        this.settings = settings;
    }

    @GetMapping("/api/rooms/{id}/participation")
    RoomView ofRoom(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute ScopeParameters parameters) {
        RoomEntrance room = door.transcriptReader(caller, id);
        Scope scope = scope(caller, parameters);
        return RoomView.of(counted(scope), participations.of(room.room(), scope, null));
    }

    /** @param bom whether the file begins with U+FEFF, without which Excel takes Chinese for something else */
    @GetMapping(path = "/api/rooms/{id}/participation.csv", produces = "text/csv")
    void csv(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute ScopeParameters parameters,
            @Parameter(description = "Whether the file begins with a byte order mark, which Excel needs.")
                    @RequestParam(defaultValue = "true")
                    boolean bom,
            HttpServletResponse response) {
        RoomEntrance room = door.transcriptReader(caller, id);
        Scope scope = scope(caller, parameters);
        List<Line> lines = participations.of(room.room(), scope, null).lines();
        boolean filtered = scope.from() != null || scope.to() != null || scope.people() != null;
        ExportName name = new ExportName(room.title() + " participation", LocalDate.now(scope.zone()), filtered, false);
        Download.send(response, CSV, name.withEnding("csv"), out -> ParticipationCsv.write(lines, bom, out));
    }

    @GetMapping("/api/rooms/{id}/participation/{account}")
    PersonView ofPerson(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID account,
            @ParameterObject @Valid @ModelAttribute ScopeParameters parameters) {
        RoomEntrance room = door.transcriptReader(caller, id);
        Scope scope = scope(caller, parameters);
        Participation found = participations.of(room.room(), scope, account);
        Line line = found.find(account).orElseThrow(ParticipationController::noSuchPerson);
        return new PersonView(
                counted(scope), LineView.of(line), MedianView.of(found.median()), found.series(), found.complete());
    }

    /**
     * In all rooms that they are or were in and that the caller may read. Since what everybody wrote is counted for it, a page has
     * fewer rooms where much was said.
     */
    @GetMapping("/api/accounts/{id}/participation")
    Page<RoomLineView> inRooms(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @ParameterObject @Valid @ModelAttribute ScopeParameters parameters,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(50) int limit) {
        if (caller.is(Role.STUDENT)) {
            throw ProblemException.forbidden("Only teachers see who took part in rooms.");
        }
        Scope scope = scope(caller, parameters);
        List<RoomName> found = rooms.list(caller, id, PageMark.decodeId(after), limit + 1);
        if (!scope.has(id) || (found.isEmpty() && after == null)) {
            throw noSuchPerson();
        }
        return Page.of(
                        found,
                        Math.min(limit, countable(found)),
                        room -> room.id().toString())
                .map(room -> inRoom(room, id, scope));
    }

    /** How many of them, one at least, can be counted for one answer. */
    private int countable(List<RoomName> found) {
        long entries = 0;
        int rooms = 0;
        for (RoomName room : found) {
            entries += room.entries();
            if (rooms > 0 && entries > settings.entriesPerPage()) {
                break;
            }
            rooms++;
        }
        return Math.max(1, rooms);
    }

    private RoomLineView inRoom(RoomName room, UUID person, Scope scope) {
        Participation found = participations.of(room.id(), scope, person);
        return RoomLineView.of(room, found.find(person).orElseThrow(), found);
    }

    private Scope scope(Caller caller, ScopeParameters parameters) {
        UUID group = parameters.group();
        return parameters.toScope(group == null ? null : members(caller, group));
    }

    private Set<UUID> members(Caller caller, UUID group) {
        return groups
                .find(caller.school(), group)
                .orElseThrow(() -> ProblemException.notFound("group"))
                .members()
                .stream()
                .map(GroupMember::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private CountedView counted(Scope scope) {
        return CountedView.of(scope, settings.replyWithin());
    }

    private static ProblemException noSuchPerson() {
        return ProblemException.notFound("account");
    }
}
