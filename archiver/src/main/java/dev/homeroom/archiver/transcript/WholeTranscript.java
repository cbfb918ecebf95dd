package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.Entries.Stretch;
import dev.homeroom.contract.RoomId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Reads transcripts from one end to the other, page by page, so that neither memory nor a database connection is held while
 * somebody takes their time with a page.
 */
@Component
public class WholeTranscript {
    private static final int PAGE = 1_000;

    private final Entries entries;
    private final Transcript transcript;

    WholeTranscript(Entries entries, Transcript transcript) {
        this.entries = entries;
        this.transcript = transcript;
    }

    /**
     * Somebody of whom a room has entries.
     *
     * @param guest whether they have no account
     */
    public record Writer(UUID id, String name, boolean guest) {}

    public EntryFilter filter(Caller caller, List<RoomEntrance> rooms, FilterParameters parameters) {
        return transcript.filter(caller, rooms, parameters);
    }

    /** Whether they may know today what such a filter lets through of these rooms, which they read. */
    public boolean maySee(Caller caller, List<RoomEntrance> rooms, FilterParameters filtered) {
        return !filtered.wantsFlagged() || Transcript.seesConcerns(caller, rooms);
    }

    public long count(RoomId room, EntryFilter filter) {
        return entries.count(room, filter);
    }

    /** Those of these rooms in which somebody wrote or came in. */
    public List<RoomId> roomsOf(Collection<UUID> rooms, UUID account) {
        return entries.roomsOf(rooms, account);
    }

    /** Also of those who are no members any more. */
    public List<Writer> writers(RoomId room) {
        return entries.authors(room).stream()
                .map(author ->
                        new Writer(author.id(), author.name(), author.role().equals("guest")))
                .toList();
    }

    /** In the order of the log, up to where the room stood at the beginning: what is said meanwhile is left out. */
    public void forEachPage(RoomId room, EntryFilter filter, Consumer<List<Entry>> page) {
        Optional<LogPlace> last = lastOf(entries.page(room, EntryFilter.ALL, new Span.Newest(), 1));
        Optional<LogPlace> reached = Optional.empty();
        boolean more = last.isPresent();
        while (more) {
            Stretch next = entries.next(room, filter, reached, PAGE);
            page.accept(next.entries().stream()
                    .filter(entry -> entry.place().compareTo(last.get()) <= 0)
                    .toList());
            reached = next.reached();
            more = reached.filter(place -> place.compareTo(last.get()) < 0).isPresent();
        }
    }

    private static Optional<LogPlace> lastOf(List<Entry> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().place());
    }
}
