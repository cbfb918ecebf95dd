package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.words.Wanted;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a room; null means all.
 *
 * @param accounts of these people
 * @param from sent at this time or later
 * @param to sent before this time
 * @param words messages that hold them
 * @param kind of this kind
 * @param concernsFor messages that were reported or hold flagged words, as far as this person may know: not their own
 * @param unmarked messages of students that no comment is about, be it a draft
 */
public record EntryFilter(
        @Nullable Set<UUID> accounts,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Wanted words,
        @Nullable EntryKind kind,
        @Nullable UUID concernsFor,
        boolean unmarked) {
    public static final EntryFilter ALL = new EntryFilter(null, null, null, null, null, null, false);
}
