package dev.homeroom.archiver.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.archiver.transcript.EntryFilter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What a PDF says, as a reader of PDF finds it. */
class PdfTranscriptTests {
    private static final PrintFont FONT = new PrintFont();
    private static final UUID ROOM = UUID.randomUUID();
    private static final Layout LAYOUT =
            new Layout(Format.PDF, Naming.NAMES, false, PrintedWords.ZH, ZoneId.of("Asia/Shanghai"));

    private static Line line(String message, String sentAt) {
        return new Line("message", UUID.randomUUID(), ROOM, null, "王小明", message, false, Instant.parse(sentAt), "c");
    }

    private static byte[] pdf(Line... lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfTranscript pdf = new PdfTranscript(out, LAYOUT, FONT, false);
        pdf.begin(Heading.of("七年级二班", "Teacher", EntryFilter.ALL, false, LAYOUT));
        pdf.beginRoom(ROOM, "七年级二班");
        for (Line line : lines) {
            pdf.line(line);
        }
        pdf.endRoom();
        pdf.end();
        return out.toByteArray();
    }

    private static String text(byte[] pdf) {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            return IntStream.rangeClosed(1, reader.getNumberOfPages())
                    .mapToObj(page -> textOf(extractor, page))
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(PdfTextExtractor extractor, int page) {
        try {
            return extractor.getTextFromPage(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysEverythingInItsOrderAlsoInChinese() {
        String text = text(pdf(line("你好，世界", "2026-03-01T15:59:00Z"), line("second 👍", "2026-03-01T16:01:00Z")));

        assertThat(text)
                .containsSubsequence(
                        "七年级二班",
                        "Teacher于",
                        "2026年3月1日 星期日",
                        "23:59",
                        "王小明",
                        "你好，世界",
                        "2026年3月2日 星期一",
                        "00:01",
                        "second [U+1F44D]");
    }

    @Test
    void takesALongLineAndALongWordOverSeveralPages() throws IOException {
        byte[] pdf = pdf(line("长".repeat(3_000) + "x".repeat(6_000) + "END", "2026-03-01T00:00:00Z"));

        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isBetween(2, 6);
        }
        String text = text(pdf);
        assertThat(text.chars().filter(c -> c == '长').count()).isEqualTo(3_000);
        assertThat(text.chars().filter(c -> c == 'x').count()).isEqualTo(6_000);
        assertThat(text).contains("END");
    }

    @Test
    void numbersItsPages() {
        Line[] lines = IntStream.range(0, 200)
                .mapToObj(i -> line("line " + i, "2026-03-01T00:00:00Z"))
                .toArray(Line[]::new);

        assertThat(text(pdf(lines))).contains("第1页，共", "第2页，共");
    }

    @Test
    void takesNoMoreOfTheFontThanItNeeds() {
        assertThat(pdf(line("你好", "2026-03-01T00:00:00Z"))).hasSizeLessThan(200_000);
    }

    @Test
    void tellsThatSomebodyHasLeft() {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        PdfTranscript pdf = new PdfTranscript(gone, LAYOUT, FONT, false);

        assertThatThrownBy(() -> {
                    pdf.begin(Heading.of("七年级二班", "Teacher", EntryFilter.ALL, false, LAYOUT));
                    pdf.beginRoom(ROOM, "七年级二班");
                    for (int i = 0; i < 5_000; i++) {
                        pdf.line(line("line " + i, "2026-03-01T00:00:00Z"));
                    }
                    pdf.end();
                })
                .isInstanceOf(UncheckedIOException.class);
    }
}
