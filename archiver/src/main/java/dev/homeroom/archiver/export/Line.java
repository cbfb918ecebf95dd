package dev.homeroom.archiver.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.transcript.Entry;
import dev.homeroom.contract.RoomId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is exported, and as JSON has it.
 *
 * @param userId null where people have pseudonyms
 * @param message null for what is no message, and for one that was removed: of it there is no more than that
 */
record Line(
        String kind,
        UUID id,
        UUID room,
        @JsonProperty("user_id") @Nullable UUID userId,
        String username,
        @Nullable String message,
        boolean removed,
        @JsonProperty("sent_at") Instant sentAt,
        String cursor) {
    static Line of(RoomId room, Entry entry, Names names) {
        String text = entry.text();
        return new Line(
                entry.kind().text(),
                entry.id(),
                room.value(),
                names.areReal() ? entry.account() : null,
                names.nameOf(entry.account(), entry.name()),
                text == null || entry.removed() ? null : names.hiddenIn(text),
                entry.removed(),
                entry.sentAt(),
                entry.cursor().text());
    }

    boolean is(EntryKind wanted) {
        return kind.equals(wanted.text());
    }
}
