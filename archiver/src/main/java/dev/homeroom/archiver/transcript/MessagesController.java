package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.ingest.ArchivedPositions;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.RoomDoor;
import dev.homeroom.archiver.transcript.EntryViews.EntryView;
import dev.homeroom.archiver.transcript.EntryViews.HistoryView;
import dev.homeroom.archiver.transcript.History.HistoryPage;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/rooms/{id}/messages}: what members see of the past. */
@RestController
@RequestMapping("/api/rooms/{id}/messages")
class MessagesController {
    private final RoomDoor door;
    private final CursorReader cursors;
    private final History history;
    private final ArchivedPositions archived;
    private final MessageRemoval removal;
    private final TranscriptSettings settings;

    MessagesController(
            RoomDoor door,
            CursorReader cursors,
            History history,
            ArchivedPositions archived,
            MessageRemoval removal,
            TranscriptSettings settings) {
        this.door = door;
        this.cursors = cursors;
        this.history = history;
        this.archived = archived;
        this.removal = removal;
        this.settings = settings;
    }

    @GetMapping
    HistoryView messages(
            @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam @Nullable String through,
            @RequestParam @Nullable String before,
            @RequestParam @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        RoomId room = door.member(caller, id).room();
        requireAtMostOne(through, before, after);
        if (through != null) {
            return through(room, cursors.position("through", through, room), limit);
        }
        return view(room, history.page(room, EntryFilter.ALL, cursors.span(before, after, room), limit), true);
    }

    /** Where the archive does not get so far in time, the newest that it has is better than nothing. */
    private HistoryView through(RoomId room, Position position, int limit) {
        boolean complete = archived.await(position, settings.longestWait());
        Span span = cursors.place(position).<Span>map(Span.Through::new).orElseGet(Span.Newest::new);
        return view(room, history.page(room, EntryFilter.ALL, span, limit), complete);
    }

    private static HistoryView view(RoomId room, HistoryPage page, boolean complete) {
        return new HistoryView(
                page.entries().stream().map(entry -> EntryView.of(room, entry)).toList(), page.before(), complete);
    }

    private static void requireAtMostOne(@Nullable String... cursors) {
        if (Stream.of(cursors).filter(cursor -> cursor != null).count() > 1) {
            throw ProblemException.invalid("before", "cannot be together with another cursor");
        }
    }

    @DeleteMapping("/{message}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID message) {
        RoomId room = door.keeperOfOrder(caller, id).room();
        switch (removal.remove(caller, room, new MessageId(message))) {
            case REMOVED, REMOVED_BEFORE -> {}
            case NOT_FOUND -> throw ProblemException.notFound("message");
        }
    }
}
