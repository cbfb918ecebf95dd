package dev.homeroom.archiver.participation;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.export.CsvWriter;
import dev.homeroom.archiver.json.IsoTime;
import dev.homeroom.archiver.participation.Participation.Line;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes figures for spreadsheets, a line for each person. */
final class ParticipationCsv {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private ParticipationCsv() {}

    /** @param bom whether to begin with a byte order mark */
    static void write(List<Line> lines, boolean bom, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        if (bom) {
            writer.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv = new CsvWriter(writer);
        csv.row(
                "name",
                "user_id",
                "role",
                "member",
                "messages",
                "words",
                "share",
                "days_active",
                "replies",
                "removed",
                "first_at",
                "last_at");
        lines.forEach(line -> csv.row(cells(line)));
        writer.flush();
    }

    private static String[] cells(Line line) {
        Figures figures = line.figures();
        return new String[] {
            line.person().name(),
            line.person().id().toString(),
            line.person().role(),
            Boolean.toString(line.person().member()),
            Integer.toString(figures.messages()),
            Long.toString(figures.words()),
            line.share() == null ? "" : line.share().toString(),
            Integer.toString(figures.daysActive()),
            Integer.toString(figures.replies()),
            Integer.toString(figures.removed()),
            time(figures.firstAt()),
            time(figures.lastAt())
        };
    }

    private static String time(@Nullable Instant time) {
        return time == null ? "" : IsoTime.text(time);
    }
}
