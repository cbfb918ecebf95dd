package dev.homeroom.archiver.search;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.paging.Page;
import dev.homeroom.archiver.paging.PageMark;
import dev.homeroom.archiver.problem.ProblemException;
import dev.homeroom.archiver.room.Rooms;
import dev.homeroom.archiver.words.Wanted;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches the rooms whose transcripts somebody may read, and no others. */
@Component
class Search {
    private final Rooms rooms;
    private final SearchRows rows;

    Search(Rooms rooms, SearchRows rows) {
        this.rooms = rooms;
        this.rows = rows;
    }

    /** @param wanted what is searched for, as it was read */
    record Found(Wanted wanted, Page<Hit> page) {}

    Found find(Caller caller, SearchParameters parameters, @Nullable String after, int limit) {
        Wanted wanted =
                Wanted.in(parameters.q()).orElseThrow(() -> ProblemException.invalid("q", "has no word to search for"));
        String mark = PageMark.decode(after);
        Set<UUID> rooms = rooms(caller, parameters.room());
        if (rooms.isEmpty()) {
            return new Found(wanted, new Page<>(List.of(), null));
        }
        Question question = new Question(
                wanted,
                rooms,
                parameters.account(),
                parameters.fromTime(),
                parameters.toTime(),
                mark == null ? null : SearchMark.parse(mark));
        return new Found(
                wanted,
                Page.of(rows.find(question, limit + 1), limit, hit -> hit.mark().text()));
    }

    private Set<UUID> rooms(Caller caller, @Nullable UUID wanted) {
        Set<UUID> readable = rooms.readable(caller);
        if (wanted == null) {
            return readable;
        }
        if (!readable.contains(wanted)) {
            throw ProblemException.notFound("room");
        }
        return Set.of(wanted);
    }
}
