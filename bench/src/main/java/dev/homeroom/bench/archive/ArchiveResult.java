package dev.homeroom.bench.archive;

import dev.homeroom.bench.comparison.Bout;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** What archives came to. */
public record ArchiveResult(String scene, ArchiveScene.Settings settings, List<Line> lines) implements Bout.Result {
    /**
     * One contender's.
     *
     * @param rowsPerSecond that it stored while it caught up
     * @param copiedPerSecond the same rows, by Postgres's own {@code COPY} into the same tables and indexes
     * @param archiverCpuMicros CPU time of the archiver for each row while it caught up
     * @param postgresCpuMicros the same of Postgres
     * @param answered what was asked afterwards
     */
    public record Line(
            String contender,
            double rowsPerSecond,
            double copiedPerSecond,
            double archiverCpuMicros,
            double postgresCpuMicros,
            List<Questions.Answered> answered) {
        double share() {
            return rowsPerSecond / copiedPerSecond;
        }
    }

    @Override
    public String table() {
        Formatter table = new Formatter(Locale.ROOT);
        table.format(
                "%s: %,d messages in %d rooms of %d, a tenth of them in one%n",
                scene, settings.messages(), settings.rooms(), settings.members());
        for (Line line : lines) {
            table.format(
                    "%s caught up at %,.0f rows/s, which is %.0f %% of COPY's %,.0f; CPU a row: archiver %.0f µs, Postgres %.0f µs%n",
                    line.contender(),
                    line.rowsPerSecond(),
                    100 * line.share(),
                    line.copiedPerSecond(),
                    line.archiverCpuMicros(),
                    line.postgresCpuMicros());
            table.format(
                    "%-30s %8s %8s %8s  %s%n",
                    "asked " + settings.questions() + " times each", "p50", "p99", "max", "ms");
            line.answered()
                    .forEach(one -> table.format(
                            "%-30s %8.1f %8.1f %8.1f%n",
                            one.question(),
                            one.ms().p50(),
                            one.ms().p99(),
                            one.ms().max()));
        }
        return table.toString();
    }

    /** Who does not store all of it has no line, and is left out. */
    @Override
    public boolean isGood(String contender) {
        return lines.stream().anyMatch(line -> line.contender().equals(contender));
    }
}
