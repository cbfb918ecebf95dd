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
 * @param text null for a removed message, and for what is no message
 */
record Entry(
        UUID id,
        EntryKind kind,
        UUID account,
        String name,
        @Nullable String text,
        boolean removed,
        Instant sentAt,
        Cursor cursor) {}
