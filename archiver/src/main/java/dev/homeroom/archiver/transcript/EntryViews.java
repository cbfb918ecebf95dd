package dev.homeroom.archiver.transcript;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries as JSON. */
final class EntryViews {
    private EntryViews() {}

    record EntryView(
            String kind,
            UUID id,
            UUID room,
            @JsonProperty("user_id") UUID userId,
            String username,
            @Nullable String message,
            boolean removed,
            @JsonProperty("sent_at") Instant sentAt,
            String cursor) {
        static EntryView of(RoomId room, Entry entry) {
            return new EntryView(
                    entry.kind().text(),
                    entry.id(),
                    room.value(),
                    entry.account(),
                    entry.name(),
                    entry.text(),
                    entry.removed(),
                    entry.sentAt(),
                    entry.cursor().text());
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
     * @param total entries of the room; null where a filter makes them dear to count
     */
    record TranscriptView(
            List<EntryView> items,
            @Nullable String before,
            boolean complete,
            @Nullable Long total) {}
}
