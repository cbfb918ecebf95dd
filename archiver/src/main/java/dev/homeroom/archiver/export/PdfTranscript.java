package dev.homeroom.archiver.export;

import dev.homeroom.archiver.ingest.EntryKind;
import java.awt.Color;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.UUID;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Pages of A4. Each goes out when it is full; what is kept of it is a reference, and of the text which characters the font
 * must have. A character that the font has not is shown by its number.
 */
final class PdfTranscript implements TranscriptWriter {
    private static final Color QUIET = new Color(0x595959);
    private static final float SIZE = 10;
    private static final float LEADING = 15;
    private static final float TIME_WIDTH = 42;

    private final Layout layout;
    private final boolean severalRooms;
    private final BaseFont base;
    private final Font text;
    private final Font name;
    private final Font quiet;
    private final Days days;
    private final Document document = new Document(PageSize.A4, 56, 56, 72, 68);
    private final RememberingOutput out;
    private final PdfWriter writer;

    private boolean empty = true;

    PdfTranscript(OutputStream out, Layout layout, PrintFont font, boolean severalRooms) {
        this.layout = layout;
        this.severalRooms = severalRooms;
        base = font.get();
        text = new Font(base, SIZE);
        name = new Font(base, SIZE, Font.BOLD);
        quiet = new Font(base, SIZE - 1, Font.NORMAL, QUIET);
        days = new Days(layout.zone());
        this.out = new RememberingOutput(out);
        writer = PdfWriter.getInstance(document, this.out);
        writer.setCloseStream(false);
    }

    @Override
    public void begin(Heading heading) {
        out.during(() -> {
            String title = shown(heading.title());
            document.addTitle(heading.title());
            document.addCreator("Homeroom");
            document.setDocumentLanguage(layout.words().text());
            document.open();
            String above = title + " · " + heading.span();
            writer.setPageEvent(new PageFrame(writer, base, layout.words(), above, shown(heading.exported())));
            add(new Paragraph(26, title, new Font(base, 19, Font.BOLD)), 0, 6);
            heading.details().forEach(detail -> add(new Paragraph(14, shown(detail), quiet), 0, 0));
        });
    }

    @Override
    public void beginRoom(UUID room, String title) {
        days.forget();
        empty = true;
        if (severalRooms) {
            out.during(() -> add(kept(new Paragraph(20, shown(title), new Font(base, 14, Font.BOLD))), 22, 0));
        }
    }

    @Override
    public void line(Line line) {
        empty = false;
        out.during(() -> {
            LocalDate day = days.begunBy(line.sentAt());
            if (day != null) {
                add(kept(new Paragraph(16, layout.words().day(day), new Font(base, 11, Font.BOLD))), 16, 4);
            }
            add(said(line), 0, 3);
        });
    }

    private Paragraph said(Line line) {
        Paragraph said = new Paragraph(LEADING);
        said.setIndentationLeft(TIME_WIDTH);
        said.setFirstLineIndent(-TIME_WIDTH);
        String time = layout.words().time(line.sentAt(), layout.zone());
        said.add(new Chunk(time, quiet));
        said.add(gapAfter(time));
        String who = shown(line.username());
        PrintedWords words = layout.words();
        if (!line.is(EntryKind.MESSAGE)) {
            said.add(new Chunk(who + " " + (line.is(EntryKind.ENTERED) ? words.cameIn() : words.left()), quiet));
            return said;
        }
        said.add(new Chunk(who + "  ", name));
        said.add(line.message() == null ? new Chunk(words.removed(), quiet) : new Chunk(shown(line.message()), text));
        return said;
    }

    /** So wide that what follows stands where the later lines of the paragraph begin. */
    private Chunk gapAfter(String time) {
        float gap = TIME_WIDTH - base.getWidthPoint(time, SIZE - 1);
        return new Chunk("\u00a0", quiet).setHorizontalScaling(gap / base.getWidthPoint("\u00a0", SIZE - 1));
    }

    @Override
    public void endRoom() {
        if (empty) {
            out.during(() -> add(new Paragraph(LEADING, layout.words().nothing(), quiet), 12, 0));
        }
    }

    @Override
    public void end() {
        out.during(document::close);
    }

    private void add(Paragraph paragraph, float before, float after) {
        paragraph.setSpacingBefore(before);
        paragraph.setSpacingAfter(after);
        document.add(paragraph);
    }

    /** Not as the last line of a page, under which nothing stands. */
    private Paragraph kept(Paragraph heading) {
        float room = writer.getVerticalPosition(false) - document.bottom();
        if (room < 5 * LEADING) {
            document.newPage();
        }
        return heading;
    }

    private String shown(String unknown) {
        return ShownCharacters.of(unknown, base::charExists);
    }
}
