package dev.homeroom.archiver.marking;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.marking.FeedbackViews.FeedbackView;
import dev.homeroom.archiver.marking.FeedbackViews.ReleasesView;
import dev.homeroom.archiver.marking.FeedbackViews.StudentLineView;
import dev.homeroom.archiver.marking.FeedbackViews.StudentMarkingView;
import dev.homeroom.archiver.marking.MarkedMessages.Marked;
import dev.homeroom.archiver.marking.Overview.Version;
import dev.homeroom.archiver.marking.Students.Student;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.archiver.room.RoomEntrance;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms/{id}/…}: comments and grades, for the room's teachers and the school's admins. */
@RestController
@RequestMapping("/api/rooms/{id}")
class MarkingController {
    private static final int MOST_AT_ONCE = 1000;

    private final RoomDoor door;
    private final Overview overview;
    private final Students students;
    private final Marking marking;
    private final Releases releases;
    private final ContentReader reader;
    private final MarkedMessages messages;
    private final Tags tags;
    private final Rubrics rubrics;

    MarkingController(
            RoomDoor door,
            Overview overview,
            Students students,
            Marking marking,
            Releases releases,
            ContentReader reader,
            MarkedMessages messages,
            Tags tags,
            Rubrics rubrics) {
        this.door = door;
        this.overview = overview;
        this.students = students;
        this.marking = marking;
        this.releases = releases;
        this.reader = reader;
        this.messages = messages;
        this.tags = tags;
        this.rubrics = rubrics;
    }

    /**
     * A new comment.
     *
     * @param id that whoever writes it has chosen, best a UUIDv7, since comments stand in the order of their ids; sent again
     *     with it, the comment is there once
     */
    record CommentRequest(
            @Nullable UUID id,
            @NotNull List<@NotNull UUID> messages,
            @Nullable String text,
            @Nullable List<@NotNull String> tags) {}

    /** @param version that whoever changes it has seen */
    record CommentChangeRequest(
            @NotNull Long version,
            @NotNull List<@NotNull UUID> messages,
            @Nullable String text,
            @Nullable List<@NotNull String> tags) {
        CommentRequest comment() {
            return new CommentRequest(null, messages, text, tags);
        }
    }

    /**
     * A grade.
     *
     * @param version that whoever changes it has seen; 0 where there was none
     * @param scores the id of a level by that of its criterion
     */
    record GradeRequest(
            @NotNull Long version,
            @Nullable Map<UUID, @NotNull UUID> scores,
            @Nullable String text) {}

    record ReleaseRequest(@NotNull Long version) {}

    record WithdrawalRequest(@NotNull Long version) {}

    /** A comment or a grade in the version that whoever releases it has seen. */
    record SeenVersion(@NotNull UUID id, @NotNull Long version) {
        Version seen() {
            return new Version(id, version);
        }
    }

    /** @param feedback all that is released */
    record ReleaseAllRequest(
            @NotNull @Size(max = MOST_AT_ONCE) List<@NotNull @Valid SeenVersion> feedback) {}

    @GetMapping("/marking")
    Page<StudentLineView> overview(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "200") @Min(1) @Max(1000) int limit) {
        return overview.page(door.manager(caller, id).room(), after, limit).map(StudentLineView::of);
    }

    @GetMapping("/marking/{student}")
    StudentMarkingView ofStudent(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID student) {
        RoomEntrance room = door.manager(caller, id);
        Student found = students.find(room.room(), student).orElseThrow(() -> ProblemException.notFound("student"));
        List<Feedback> all = marking.of(room.room(), student);
        List<FeedbackView> views = views(caller, room, all);
        return new StudentMarkingView(
                found.id(),
                found.name(),
                found.member(),
                views.stream()
                        .filter(view -> view.kind() == Kind.GRADE)
                        .findFirst()
                        .orElse(null),
                views.stream().filter(view -> view.kind() == Kind.COMMENT).toList());
    }

    @PostMapping(path = "/feedback", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    FeedbackView comment(
            @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @Valid @RequestBody CommentRequest request) {
        RoomEntrance room = door.manager(caller, id);
        return view(caller, room, marking.comment(caller, room.room(), request.id(), reader.comment(request)));
    }

    @PutMapping(path = "/feedback/{feedback}", consumes = MediaType.APPLICATION_JSON_VALUE)
    FeedbackView changeComment(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID feedback,
            @Valid @RequestBody CommentChangeRequest request) {
        RoomEntrance room = door.manager(caller, id);
        Content content = reader.comment(request.comment());
        return view(caller, room, marking.changeComment(caller, room.room(), feedback, request.version(), content));
    }

    @PutMapping(path = "/grades/{student}", consumes = MediaType.APPLICATION_JSON_VALUE)
    FeedbackView grade(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID student,
            @Valid @RequestBody GradeRequest request) {
        RoomEntrance room = door.manager(caller, id);
        Content content = reader.grade(request);
        return view(caller, room, marking.grade(caller, room.room(), student, request.version(), content));
    }

    @DeleteMapping("/feedback/{feedback}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID feedback,
            @RequestParam long version,
            @RequestParam(defaultValue = "0") @Min(0) int answers) {
        MarkingProblems.done(marking.delete(door.manager(caller, id).room(), feedback, version, answers));
    }

    @PostMapping(path = "/feedback/{feedback}/release", consumes = MediaType.APPLICATION_JSON_VALUE)
    FeedbackView release(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID feedback,
            @Valid @RequestBody ReleaseRequest request) {
        RoomEntrance room = door.manager(caller, id);
        return view(caller, room, releases.release(caller, room, feedback, request.version()));
    }

    @PostMapping(path = "/feedback/{feedback}/withdraw", consumes = MediaType.APPLICATION_JSON_VALUE)
    FeedbackView withdraw(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID feedback,
            @Valid @RequestBody WithdrawalRequest request) {
        RoomEntrance room = door.manager(caller, id);
        return view(caller, room, releases.withdraw(room, feedback, request.version()));
    }

    @PostMapping(path = "/feedback/releases", consumes = MediaType.APPLICATION_JSON_VALUE)
    ReleasesView releaseAll(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody ReleaseAllRequest request) {
        RoomEntrance room = door.manager(caller, id);
        List<Version> seen = request.feedback().stream().map(SeenVersion::seen).toList();
        Releases.Outcome outcome = releases.releaseAll(caller, room, seen);
        return new ReleasesView(outcome.comments(), outcome.grades(), outcome.students(), outcome.leftOut());
    }

    private FeedbackView view(Caller caller, RoomEntrance room, MarkingResult result) {
        return views(caller, room, List.of(MarkingProblems.done(result))).getFirst();
    }

    private List<FeedbackView> views(Caller caller, RoomEntrance room, List<Feedback> feedback) {
        TagList names = tags.of(caller.school());
        Rubric rubric = rubrics.of(room.room());
        Map<UUID, Marked> about = messages.find(
                room.room().value(),
                feedback.stream()
                        .flatMap(each -> each.content().messages().stream())
                        .toList());
        return feedback.stream()
                .map(each -> FeedbackView.of(each, names, rubric, about))
                .toList();
    }
}
