package dev.homeroom.archiver.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.transcript.Entry.Removal;
import dev.homeroom.archiver.transcript.EntryNotes.ConcernNoteView;
import dev.homeroom.archiver.words.Stretch;
import dev.homeroom.archiver.words.Wanted;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as JSON. */
final class EntryViews {
    private EntryViews() {}

    /**
     * An entry.
     *
     * @param removal only for those who may know
     * @param found where a message has the words that were asked for; null where none were
     * @param concern only for those who see what was reported or flagged; null where it was not
     * @param comments how many comments are about a message, drafts too; null where none are, and for members
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            String kind,
            UUID id,
            UUID room,
            @JsonProperty("user_id") UUID userId,
            String username,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String message,

            boolean removed,
            @JsonProperty("sent_at") Instant sentAt,
            String cursor,
            @Nullable Removal removal,
            @Nullable List<Stretch> found,
            @Nullable ConcernNoteView concern,
            @Nullable Integer comments) {
        /** As members see it: of a removed message no more than that there was one. */
        static EntryView of(RoomId room, Entry entry) {
            return of(room, entry, entry.removed() ? null : entry.text(), null, null, null, null);
        }

        /** As it was, with what became of it. */
        static EntryView whole(RoomId room, Entry entry, @Nullable Wanted words, EntryNotes notes) {
            List<Stretch> found = words == null || entry.text() == null ? null : words.foundIn(entry.text());
            return of(room, entry, entry.text(), entry.removal(), found, notes.concern(entry), notes.comments(entry));
        }

        private static EntryView of(
                RoomId room,
                Entry entry,
                @Nullable String message,
                @Nullable Removal removal,
                @Nullable List<Stretch> found,
                @Nullable ConcernNoteView concern,
                @Nullable Integer comments) {
            return new EntryView(
                    entry.kind().text(),
                    entry.id(),
                    room.value(),
                    entry.account(),
                    entry.name(),
                    message,
                    entry.removed(),
                    entry.sentAt(),
                    entry.cursor().text(),
                    removal,
                    found,
                    concern,
                    comments);
        }
    }

    /**
     * A page of history.
     *
     * @param before the cursor of the page further back; null where there is none
     * @param complete whether the archive had got as far as was asked for
     */
    record HistoryView(List<EntryView> items, @Nullable String before, boolean complete) {}

    /** Those of whom a room has entries, by name. */
    record AuthorsView(List<AuthorView> items) {}

    /**
     * Somebody who wrote in a room, or came in.
     *
     * @param role teacher, student or guest
     * @param member whether they are a member now
     */
    record AuthorView(UUID id, String name, String role, boolean member) {}

    /**
     * A page of a transcript.
     *
     * @param before the cursor of the page further back; null where there is none
     * @param after the cursor of the page further on; null where there was none
     * @param complete always true
     * @param at the entry that was asked for, or the first one behind; null where that is not on the page
     * @param total entries of the room; null where a filter makes them dear to count
     */
    record TranscriptView(
            List<EntryView> items,
            @Nullable String before,
            @Nullable String after,
            boolean complete,
            @Nullable UUID at,
            @Nullable Long total) {}
}
