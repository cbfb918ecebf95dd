package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.EntryKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a room; null means all.
 *
 * @param account of this person
 * @param from sent at this time or later
 * @param to sent before this time
 * @param text messages that hold this, in any case; removed ones are not looked at
 * @param kind of this kind
 */
record EntryFilter(
        @Nullable UUID account,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String text,
        @Nullable EntryKind kind) {
    static final EntryFilter ALL = new EntryFilter(null, null, null, null, null);
}
