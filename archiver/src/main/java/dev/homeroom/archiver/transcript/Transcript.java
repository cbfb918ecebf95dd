package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.group.Group.GroupMember;
import dev.homeroom.archiver.group.Groups;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.problem.QueryTime;
import dev.homeroom.archiver.room.RoomAccess;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.EntryViews.EntryView;
import dev.homeroom.archiver.transcript.EntryViews.TranscriptView;
import dev.homeroom.archiver.transcript.History.HistoryPage;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the page of a transcript that somebody asks for, who may read it. */
@Component
class Transcript {
    private final Entries entries;
    private final History history;
    private final CursorReader cursors;
    private final Groups groups;
    private final EntryNoteRows notes;

    Transcript(Entries entries, History history, CursorReader cursors, Groups groups, EntryNoteRows notes) {
        this.entries = entries;
        this.history = history;
        this.cursors = cursors;
        this.groups = groups;
        this.notes = notes;
    }

    /** Who reads a transcript sees no more of concerns for it than they do otherwise. */
    EntryFilter filter(Caller caller, List<RoomEntrance> rooms, FilterParameters parameters) {
        if (parameters.wantsFlagged() && !seesConcerns(caller, rooms)) {
            throw ProblemException.forbidden(
                    "Only the room's teachers and the safeguarding lead see what was reported or flagged.");
        }
        UUID group = parameters.group();
        return parameters.toFilter(group == null ? null : members(caller, group), caller.id());
    }

    static boolean seesConcerns(Caller caller, List<RoomEntrance> rooms) {
        return rooms.stream().allMatch(room -> seesConcerns(caller, room));
    }

    private static boolean seesConcerns(Caller caller, RoomEntrance room) {
        return caller.safeguardingLead() || room.access() == RoomAccess.TEACHER;
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

    TranscriptView read(Caller caller, RoomEntrance entrance, EntryFilter filter, PlaceParameters where, int limit) {
        RoomId room = entrance.room();
        if (where.areTooMany()) {
            throw ProblemException.invalid("before", "cannot be together with another place");
        }
        LogPlace place = place(room, where);
        HistoryPage page = place == null
                ? history.page(room, filter, cursors.span(where.before(), where.after(), room), limit)
                : history.around(room, filter, place, limit);
        EntryNotes beside = notes.of(
                room,
                page.entries(),
                seesConcerns(caller, entrance) ? caller.id().value() : null);
        return new TranscriptView(
                page.entries().stream()
                        .map(entry -> EntryView.whole(room, entry, filter.words(), beside))
                        .toList(),
                page.before(),
                page.after(),
                true,
                place == null ? null : page.firstFrom(place),
                filter.equals(EntryFilter.ALL) ? entries.count(room) : null);
    }

    /** Null where none is asked for, or where nothing is so new. */
    private @Nullable LogPlace place(RoomId room, PlaceParameters where) {
        if (where.message() != null) {
            return entries.place(room, new MessageId(where.message()))
                    .orElseThrow(() -> ProblemException.notFound("message"));
        }
        Instant at = QueryTime.parse("at", where.at());
        return at == null ? null : entries.place(room, at).orElse(null);
    }
}
