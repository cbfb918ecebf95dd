package dev.homeroom.archiver.export;

import dev.homeroom.archiver.account.Caller;
import dev.homeroom.archiver.export.Order.Subject;
import dev.homeroom.archiver.room.RoomEntrance;
import dev.homeroom.archiver.transcript.EntryFilter;
import dev.homeroom.archiver.transcript.WholeTranscript;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was ordered, and holds no more of it than a page of entries. */
@Component
class Exporter {
    private final WholeTranscript transcript;
    private final PeopleOfRooms people;
    private final PrintFont font;
    private final JsonMapper json;

    Exporter(WholeTranscript transcript, PeopleOfRooms people, PrintFont font, JsonMapper json) {
        this.transcript = transcript;
        this.people = people;
        this.font = font;
        this.json = json;
    }

    /** In entries. */
    long size(Order order) {
        return order.roomIds().stream()
                .mapToLong(room -> transcript.count(room, order.filter()))
                .sum();
    }

    boolean isLongerThan(Order order, long entries) {
        long all = order.roomIds().stream()
                .mapToLong(room -> transcript.count(room, EntryFilter.ALL))
                .sum();
        return all > entries && size(order) > entries;
    }

    Names names(Order order) {
        return order.layout().naming() == Naming.NAMES
                ? Names.REAL
                : people.pseudonyms(
                        order.caller(), order.roomIds(), order.layout().words());
    }

    String fileName(Order order, Names names) {
        String title = order.person() == null
                ? names.hiddenIn(order.title())
                : names.nameOf(order.person().id(), order.person().name());
        return new ExportName(title, LocalDate.now(order.layout().zone()), order.isFiltered(), !names.areReal())
                .withEnding(order.layout().format().text());
    }

    /** @param progress is told how many entries have been written with each page; what it throws ends the writing */
    void write(Order order, Names names, OutputStream out, IntConsumer progress) {
        TranscriptWriter writer = writer(order, out);
        writer.begin(Heading.of(
                title(order, names), nameOf(order.caller(), names), order.filter(), order.hasHoles(), order.layout()));
        order.rooms().forEach(room -> write(room, order.filter(), names, writer, progress));
        writer.end();
    }

    private void write(
            RoomEntrance room, EntryFilter filter, Names names, TranscriptWriter writer, IntConsumer progress) {
        writer.beginRoom(room.room().value(), names.hiddenIn(room.title()));
        transcript.forEachPage(room.room(), filter, page -> {
            page.forEach(entry -> writer.line(Line.of(room.room(), entry, names)));
            progress.accept(page.size());
        });
        writer.endRoom();
    }

    private TranscriptWriter writer(Order order, OutputStream out) {
        Layout layout = order.layout();
        boolean several = order.ofSeveralRooms();
        return switch (layout.format()) {
            case CSV -> new CsvTranscript(out, layout.bom(), several);
            case JSON -> new JsonTranscript(out, json, several);
            case HTML -> new HtmlTranscript(out, layout, several);
            case PDF -> new PdfTranscript(out, layout, font, several);
        };
    }

    private static String title(Order order, Names names) {
        Subject person = order.person();
        return person == null
                ? names.hiddenIn(order.title())
                : order.layout().words().ofPerson(names.nameOf(person.id(), person.name()));
    }

    private static String nameOf(Caller caller, Names names) {
        return names.nameOf(caller.id().value(), caller.displayName());
    }
}
