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
 * @param span of which time
 * @param exported by whom and when
 * @param notes what else is to be known, a line each
 * @param filtered whether it has holes, and is not only a span
 */
record Heading(
        String title,
        String span,
        String exported,
        List<String> notes,
        Instant exportedAt,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean filtered,
        Naming naming) {
    static final Heading NONE = new Heading("", "", "", List.of(), Instant.EPOCH, null, null, false, Naming.NAMES);

    /** @param filtered whether it has holes, and is not only a span */
    static Heading of(String title, String exportedBy, EntryFilter filter, boolean filtered, Layout layout) {
        Instant now = Instant.now();
        PrintedWords words = layout.words();
        return new Heading(
                title,
                words.span(moment(filter.from(), layout), moment(filter.to(), layout)),
                words.exported(exportedBy, words.moment(now, layout.zone()), layout.zone()),
                Stream.of(
                                filtered ? words.filtered() : null,
                                layout.naming() == Naming.PSEUDONYMS ? words.pseudonyms() : null)
                        .filter(Objects::nonNull)
                        .toList(),
                now,
                filter.from(),
                filter.to(),
                filtered,
                layout.naming());
    }

    /** All that stands below the title, a line each. */
    List<String> details() {
        return Stream.concat(Stream.of(span, exported), notes.stream()).toList();
    }

    private static @Nullable String moment(@Nullable Instant time, Layout layout) {
        return time == null ? null : layout.words().moment(time, layout.zone());
    }
}
