package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.contract.Cursor;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a transcript.
 *
 * @param name what the person is called now
 * @param text null for what is no message. That of a removed one is not for members to see
 * @param removal null where it was not removed
 */
public record Entry(
        UUID id,
        EntryKind kind,
        UUID account,
        String name,
        @Nullable String text,
        @Nullable Removal removal,
        Instant sentAt,
        LogPlace place,
        Cursor cursor) {
    public boolean removed() {
        return removal != null;
    }

    /**
     * That it was taken away.
     *
     * @param by what they are called now
     */
    public record Removal(Instant at, String by) {}
}
