package dev.homeroom.archiver.transcript;

import dev.homeroom.contract.RoomId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of entries, each with the way further back and further on. */
@Component
class History {
    private final Entries entries;

    History(Entries entries) {
        this.entries = entries;
    }

    /**
     * Some entries that follow one another, among those that pass the filter.
     *
     * @param before null where nothing older matches
     * @param after null where nothing newer did when this was read
     */
    record HistoryPage(
            List<Entry> entries,
            @Nullable String before,
            @Nullable String after) {
        static final HistoryPage EMPTY = new HistoryPage(List.of(), null, null);

        private static HistoryPage of(List<Entry> entries, boolean older, boolean newer) {
            if (entries.isEmpty()) {
                return EMPTY;
            }
            return new HistoryPage(
                    entries,
                    older ? entries.getFirst().cursor().text() : null,
                    newer ? entries.getLast().cursor().text() : null);
        }

        /** The entry at this place or the first one behind it. */
        @Nullable
        UUID firstFrom(LogPlace place) {
            return entries.stream()
                    .filter(entry -> entry.place().compareTo(place) >= 0)
                    .map(Entry::id)
                    .findFirst()
                    .orElse(null);
        }
    }

    HistoryPage page(RoomId room, EntryFilter filter, Span span, int limit) {
        List<Entry> found = entries.page(room, filter, span, limit + 1);
        boolean more = found.size() > limit;
        if (span.upwards()) {
            return HistoryPage.of(more ? found.subList(0, limit) : found, true, more);
        }
        return HistoryPage.of(more ? found.subList(1, found.size()) : found, more, !(span instanceof Span.Newest));
    }

    /** A page with what is around a place: a third of it older. */
    HistoryPage around(RoomId room, EntryFilter filter, LogPlace place, int limit) {
        int third = limit / 3;
        List<Entry> older = entries.page(room, filter, new Span.Before(place), third + 1);
        List<Entry> newer = entries.page(room, filter, new Span.From(place), limit - third + 1);
        boolean moreOlder = older.size() > third;
        boolean moreNewer = newer.size() > limit - third;
        return HistoryPage.of(
                Stream.concat(
                                older.stream().skip(moreOlder ? 1 : 0),
                                newer.stream().limit(limit - third))
                        .toList(),
                moreOlder,
                moreNewer);
    }
}
