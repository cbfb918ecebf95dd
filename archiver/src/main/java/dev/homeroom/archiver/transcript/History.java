package dev.homeroom.archiver.transcript;

import dev.homeroom.archiver.transcript.EntryViews.EntryView;
import dev.homeroom.contract.RoomId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pages of entries with the way further back. */
@Component
class History {
    private final Entries entries;

    History(Entries entries) {
        this.entries = entries;
    }

    /** @param before null where nothing older matches */
    record HistoryPage(List<EntryView> items, @Nullable String before) {}

    HistoryPage page(RoomId room, EntryFilter filter, Span span, int limit) {
        boolean upwards = span instanceof Span.After;
        List<Entry> found = entries.page(room, filter, span, upwards ? limit : limit + 1);
        boolean more = upwards ? !found.isEmpty() : found.size() > limit;
        List<Entry> shown = !upwards && more ? found.subList(1, found.size()) : found;
        String before = more ? shown.getFirst().cursor().text() : null;
        return new HistoryPage(
                shown.stream().map(entry -> EntryView.of(room, entry)).toList(), before);
    }
}
