package dev.homeroom.archiver.transcript;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.json.IsoTime;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.EntryViews.EntryView;
import dev.homeroom.contract.RoomId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes whole transcripts, page by page, so that neither memory nor a database connection is held while somebody
 * downloads slowly. What is said after the export has begun is left out.
 */
@Component
class Export {
    private static final int PAGE = 1_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Entries entries;
    private final JsonMapper json;

    Export(Entries entries, JsonMapper json) {
        this.entries = entries;
        this.json = json;
    }

    /** @param bom whether to begin with a byte order mark */
    void writeCsv(RoomEntrance room, EntryFilter filter, boolean bom, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        if (bom) {
            writer.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv = new CsvWriter(writer);
        csv.row("sent_at", "kind", "name", "user_id", "message", "removed", "id");
        forEachPage(
                room.room(),
                filter,
                page -> page.forEach(entry -> csv.row(
                        IsoTime.text(entry.sentAt()),
                        entry.kind().text(),
                        entry.name(),
                        entry.account().toString(),
                        entry.text() == null || entry.removed() ? "" : entry.text(),
                        Boolean.toString(entry.removed()),
                        entry.id().toString())));
        writer.flush();
    }

    /** The generator is closed only where all is well: it would complete what was begun, and so hide a failure. */
    void writeJson(RoomEntrance room, EntryFilter filter, OutputStream out) {
        JsonGenerator generator = json.createGenerator(out);
        generator.writeStartObject();
        generator.writePOJOProperty("room", room.room().value());
        generator.writeStringProperty("title", room.title());
        generator.writePOJOProperty("exported_at", Instant.now());
        generator.writeArrayPropertyStart("items");
        forEachPage(
                room.room(),
                filter,
                page -> page.stream()
                        .map(entry -> EntryView.of(room.room(), entry))
                        .forEach(generator::writePOJO));
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
    }

    private void forEachPage(RoomId room, EntryFilter filter, Consumer<List<Entry>> page) {
        Optional<LogPlace> last = lastOf(entries.page(room, EntryFilter.ALL, new Span.Newest(), 1));
        Span next = new Span.After(new LogPlace(0, -1));
        while (last.isPresent()) {
            List<Entry> found = entries.page(room, filter, next, PAGE);
            page.accept(
                    found.stream().filter(entry -> !isBehind(entry, last.get())).toList());
            Optional<LogPlace> reached = lastOf(found);
            if (found.size() < PAGE || reached.isEmpty()) {
                return;
            }
            next = new Span.After(reached.get());
        }
    }

    private static boolean isBehind(Entry entry, LogPlace last) {
        return entry.place().compareTo(last) > 0;
    }

    private static Optional<LogPlace> lastOf(List<Entry> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().place());
    }
}
