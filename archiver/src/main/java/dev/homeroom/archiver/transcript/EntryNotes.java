package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.words.Stretch;
import dev.homeroom.archiver.words.Wanted;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the entries of a page, by their ids.
 *
 * @param concerns as far as whoever reads may know of them
 * @param comments how many comments are about a message, drafts too
 */
record EntryNotes(Map<UUID, ConcernNote> concerns, Map<UUID, Integer> comments) {
    /**
     * That a message was reported or holds flagged words.
     *
     * @param state open, passed_on or closed
     */
    record ConcernNote(UUID id, String state, boolean reported, List<String> words) {}

    /**
     * The same as JSON.
     *
     * @param found where the message has the flagged words
     */
    record ConcernNoteView(UUID id, String state, boolean reported, boolean flagged, List<Stretch> found) {}

    @Nullable
    ConcernNoteView concern(Entry entry) {
        ConcernNote note = concerns.get(entry.id());
        return note == null
                ? null
                : new ConcernNoteView(
                        note.id(),
                        note.state(),
                        note.reported(),
                        !note.words().isEmpty(),
                        entry.text() == null ? List.of() : Wanted.anyFoundIn(entry.text(), note.words()));
    }

    @Nullable
    Integer comments(Entry entry) {
        return comments.get(entry.id());
    }
}
