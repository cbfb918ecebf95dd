package dev.homeroom.archiver.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.ingest.EntryKind;
import dev.homeroom.archiver.json.IsoTime;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.web.util.HtmlUtils;

/** One page that needs nothing else: it can be read without a network, has no script, and prints on A4. */
final class HtmlTranscript implements TranscriptWriter {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:16px/1.5 "Noto Sans SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;max-width:46rem;\
            margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
            h1{font-size:1.75rem;line-height:1.25;margin:0 0 .5rem}
            h2{font-size:1.25rem;margin:2.5rem 0 .5rem;break-after:avoid}
            h3{font-size:1rem;margin:1.75rem 0 .5rem;padding-bottom:.25rem;border-bottom:1px solid #8886;break-after:avoid}
            header p,.quiet{color:light-dark(#555,#aaa);margin:0}
            ol{list-style:none;margin:0;padding:0}
            li{display:grid;grid-template-columns:3.5rem 1fr;padding:.25rem 0;break-inside:avoid}
            time{color:light-dark(#555,#aaa);font-variant-numeric:tabular-nums}
            b{display:block}
            p{margin:0;white-space:pre-wrap}
            @page{size:A4;margin:18mm 16mm 20mm;@bottom-center{content:counter(page) " / " counter(pages)}}
            @media print{:root{color-scheme:light}body{font-size:10.5pt;max-width:none;margin:0;padding:0}}
            """;

    private final Writer out;
    private final Layout layout;
    private final boolean severalRooms;
    private final Days days;

    private boolean inList;
    private boolean empty = true;

    HtmlTranscript(OutputStream out, Layout layout, boolean severalRooms) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        this.layout = layout;
        this.severalRooms = severalRooms;
        days = new Days(layout.zone());
    }

    @Override
    public void begin(Heading heading) {
        write("<!doctype html>\n<html lang=\"" + layout.words().text() + "\">\n<meta charset=\"utf-8\">\n");
        write("<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + escaped(heading.title())
                + "</title>\n");
        write("<style>\n" + STYLE + "</style>\n<header>\n<h1 dir=\"auto\">" + escaped(heading.title()) + "</h1>\n");
        heading.details().forEach(detail -> write("<p>" + escaped(detail) + "</p>\n"));
        write("</header>\n<main>\n");
    }

    @Override
    public void beginRoom(UUID room, String title) {
        if (severalRooms) {
            write("<h2 dir=\"auto\">" + escaped(title) + "</h2>\n");
        }
        days.forget();
        empty = true;
    }

    @Override
    public void line(Line line) {
        empty = false;
        LocalDate day = days.begunBy(line.sentAt());
        if (day != null) {
            endList();
            write("<h3>" + escaped(layout.words().day(day)) + "</h3>\n<ol>\n");
            inList = true;
        }
        write("<li><time datetime=\"" + IsoTime.text(line.sentAt()) + "\">"
                + layout.words().time(line.sentAt(), layout.zone()) + "</time>" + said(line) + "</li>\n");
    }

    private String said(Line line) {
        PrintedWords words = layout.words();
        String name = "<bdi>" + escaped(line.username()) + "</bdi>";
        if (!line.is(EntryKind.MESSAGE)) {
            return "<p class=\"quiet\">" + name + " " + (line.is(EntryKind.ENTERED) ? words.cameIn() : words.left())
                    + "</p>";
        }
        String text = line.message() == null
                ? "<p class=\"quiet\">" + words.removed()
                : "<p dir=\"auto\">" + escaped(line.message());
        return "<div><b>" + name + "</b>" + text + "</p></div>";
    }

    @Override
    public void endRoom() {
        endList();
        if (empty) {
            write("<p class=\"quiet\">" + layout.words().nothing() + "</p>\n");
        }
    }

    private void endList() {
        if (inList) {
            write("</ol>\n");
            inList = false;
        }
    }

    @Override
    public void end() {
        write("</main>\n</html>\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String html) {
        try {
            out.write(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Control characters, which HTML cannot have, are shown for what they are. */
    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(ShownCharacters.withoutControls(text), UTF_8.name());
    }
}
