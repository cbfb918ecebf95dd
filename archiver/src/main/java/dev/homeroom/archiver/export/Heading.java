package dev.homeroom.archiver.export;

import dev.homeroom.archiver.transcript.EntryFilter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands above an export.
 *
 * @param title of its room, or whose words it has
 * @param details of which span and by whom it was made, a line each
 */
record Heading(String title, List<String> details, Instant exportedAt) {
    static Heading of(String title, String exportedBy, EntryFilter filter, Layout layout) {
        Instant now = Instant.now();
        PrintedWords words = layout.words();
        return new Heading(
                title,
                Stream.of(
                                words.span(moment(filter.from(), layout), moment(filter.to(), layout)),
                                isNarrow(filter) ? words.filtered() : null,
                                words.exported(exportedBy, words.moment(now, layout.zone()), layout.zone()),
                                layout.naming() == Naming.PSEUDONYMS ? words.pseudonyms() : null)
                        .filter(Objects::nonNull)
                        .toList(),
                now);
    }

    private static @Nullable String moment(@Nullable Instant time, Layout layout) {
        return time == null ? null : layout.words().moment(time, layout.zone());
    }

    /** Whether it has holes, and is not only a span. */
    private static boolean isNarrow(EntryFilter filter) {
        return filter.accounts() != null || filter.words() != null || filter.kind() != null;
    }
}
