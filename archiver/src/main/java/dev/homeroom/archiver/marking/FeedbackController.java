package dev.homeroom.archiver.marking;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.marking.Feedback.Person;
import dev.homeroom.archiver.marking.FeedbackViews.AnswerView;
import dev.homeroom.archiver.marking.FeedbackViews.NewsView;
import dev.homeroom.archiver.marking.FeedbackViews.ReceivedListView;
import dev.homeroom.archiver.marking.FeedbackViews.ReceivedView;
import dev.homeroom.archiver.marking.MarkedMessages.Marked;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.contract.RoomId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/feedback} and {@code /api/rooms/{id}/feedback}: what was released to me, and what is said to it. */
@RestController
class FeedbackController {
    private static final int MOST_SEEN = 1000;
    private static final int MOST_UNSEEN = 200;

    private final RoomDoor door;
    private final MyFeedback mine;
    private final ReceivedRows received;
    private final Answers answers;
    private final MarkedMessages messages;
    private final Texts texts;

    FeedbackController(
            RoomDoor door,
            MyFeedback mine,
            ReceivedRows received,
            Answers answers,
            MarkedMessages messages,
            Texts texts) {
        this.door = door;
        this.mine = mine;
        this.received = received;
        this.answers = answers;
        this.messages = messages;
        this.texts = texts;
    }

    /**
     * A student with new answers.
     *
     * @param answers how many
     */
    record UnseenView(UUID room, @JsonProperty("room_title") String roomTitle, Person student, int answers) {
        static UnseenView of(Answers.Unseen unseen) {
            return new UnseenView(unseen.room(), unseen.title(), unseen.student(), unseen.answers());
        }
    }

    record UnseenListView(List<UnseenView> items) {}

    record AnswerRequest(@Nullable String text) {}

    record SeenRequest(@NotNull @Size(max = MOST_SEEN) List<@NotNull UUID> feedback) {}

    @GetMapping("/api/feedback")
    Page<ReceivedView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "30") @Min(1) @Max(100) int limit) {
        Page<Received> page = mine.list(caller, after, limit);
        return new Page<>(views(page.items()), page.next());
    }

    @GetMapping("/api/rooms/{id}/feedback")
    ReceivedListView inRoom(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        RoomId room = door.member(caller, id).room();
        return new ReceivedListView(views(mine.in(room, caller)));
    }

    /** Asked now and then by each page that is open. */
    @GetMapping("/api/feedback/news")
    NewsView news(@AuthenticationPrincipal Caller caller) {
        return new NewsView(received.countUnseen(caller.id()), answers.countUnseen(caller));
    }

    /** New answers of students, in the rooms that the caller teaches. */
    @GetMapping("/api/feedback/answers")
    UnseenListView unseen(@AuthenticationPrincipal Caller caller) {
        return new UnseenListView(
                answers.unseen(caller, MOST_UNSEEN).stream().map(UnseenView::of).toList());
    }

    /** What is not there, or not for whoever says so, is passed over. */
    @PostMapping(path = "/api/feedback/seen", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void see(@AuthenticationPrincipal Caller caller, @Valid @RequestBody SeenRequest request) {
        received.see(caller.id(), request.feedback());
        answers.see(caller, request.feedback());
    }

    @PostMapping(path = "/api/feedback/{feedback}/answers", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AnswerView answer(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID feedback,
            @Valid @RequestBody AnswerRequest request) {
        String text = texts.required("text", request.text());
        return switch (answers.answer(caller, feedback, text)) {
            case Answers.Result.Done(Answer answer) -> AnswerView.of(answer);
            case Answers.Result.NotFound _ -> throw MarkingProblems.notFound();
            case Answers.Result.FormerStudent _ -> throw MarkingProblems.formerStudent();
            case Answers.Result.TooMany(int limit) ->
                throw ProblemException.conflict(
                        "too-many-answers", "There can be " + limit + " answers to one of these.");
        };
    }

    private List<ReceivedView> views(List<Received> those) {
        Map<UUID, Map<UUID, Marked>> byRoom = those.stream()
                .collect(Collectors.groupingBy(Received::room, Collectors.collectingAndThen(toList(), this::about)));
        return those.stream()
                .map(each -> ReceivedView.of(each, byRoom.getOrDefault(each.room(), Map.of())))
                .toList();
    }

    /** The messages that feedback of one room is about. */
    private Map<UUID, Marked> about(List<Received> those) {
        UUID room = those.getFirst().room();
        List<UUID> ids = those.stream()
                .flatMap(each -> each.content().messages().stream())
                .toList();
        return messages.find(room, ids);
    }
}
