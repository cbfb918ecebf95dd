package dev.homeroom.bench.report;

import dev.homeroom.bench.measure.Percentiles;
import dev.homeroom.bench.report.SlowReadersOutcome.Memory;
import dev.homeroom.bench.report.SlowReadersOutcome.Ratios;
import dev.homeroom.bench.report.SlowReadersOutcome.Repeat;
import dev.homeroom.bench.report.SlowReadersOutcome.Returns;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the table says of those who stopped reading. */
final class SlowReadersRows {
    private final Formatter table;
    private final SlowReadersOutcome outcome;

    private SlowReadersRows(Formatter table, SlowReadersOutcome outcome) {
        this.table = table;
        this.outcome = outcome;
    }

    static void add(Formatter table, SlowReadersOutcome outcome) {
        SlowReadersRows rows = new SlowReadersRows(table, outcome);
        rows.latencies();
        for (int i = 0; i < outcome.repeats().size(); i++) {
            rows.repeat(i + 1, outcome.repeats().get(i));
        }
        rows.returns(outcome.returns());
    }

    private void latencies() {
        row("latency, ms").format("%26s %26s %26s%n", "all read", "slow ones stopped", "slow ones come back");
        outcome.repeats()
                .forEach(repeat -> row("  p50   p99   p99.9")
                        .format(
                                "%26s %26s %26s%n",
                                three(repeat.readingMs()), three(repeat.stalledMs()), three(repeat.comingBackMs())));
        Ratios ratios = outcome.ratios();
        row("  stopped / all read")
                .format(
                        "p50 %.2f   p99 %.2f   p99.9 %.2f (median of %d)%n",
                        ratios.p50(),
                        ratios.p99(),
                        ratios.p999(),
                        outcome.repeats().size());
        row("  p99, one by one").format("%s%n", ratios(repeat -> repeat.ratio(Percentiles::p99)));
        row("  p99, typical second")
                .format(
                        "%.2f, one by one %s%n",
                        ratios.typicalP99(),
                        ratios(repeat -> repeat.typicalSecond().ratio()));
        outcome.repeats().stream()
                .map(Repeat::typicalSecond)
                .forEach(second -> row("").format("%26.1f %26.1f%n", second.readingP99(), second.stalledP99()));
    }

    private String ratios(ToDoubleFunction<Repeat> ratio) {
        return String.join(
                "   ",
                outcome.repeats().stream()
                        .map(repeat -> String.format(Locale.ROOT, "%.2f", ratio.applyAsDouble(repeat)))
                        .toList());
    }

    private static String three(Percentiles ms) {
        return String.format(Locale.ROOT, "%.1f %7.1f %7.1f", ms.p50(), ms.p99(), ms.p999());
    }

    private void repeat(int number, Repeat repeat) {
        row("stopped reading, " + number).format("%,d, let go %,d%n", outcome.slow(), repeat.letGo());
        row("  the server's reason").format("%s%n", repeat.reasons().isEmpty() ? "not told" : repeat.reasons());
        row("  after").format("%s%n", span(repeat.letGoAfter()));
        row("  what they saw").format("%s%n", repeat.clientsWords());
        row("  nothing missing after").format("%s%n", span(repeat.backAfter()));
        Memory memory = repeat.memory();
        if (memory != null) {
            row("  living heap")
                    .format(
                            "%.1f MB before, %.1f MB when they were away%n",
                            memory.livingBefore(), memory.livingAfter());
            row("  most heap in use")
                    .format("%.0f MB all read, %.0f MB stopped%n", memory.heapReading(), memory.heapStalled());
            row("  most resident")
                    .format("%.0f MB all read, %.0f MB stopped%n", memory.residentReading(), memory.residentStalled());
        }
    }

    private static String span(List<Double> seconds) {
        return seconds.isEmpty()
                ? "not known"
                : String.format(
                        Locale.ROOT, "%.1f to %.1f s (%d)", seconds.getFirst(), seconds.getLast(), seconds.size());
    }

    private void returns(Returns returns) {
        if (outcome.livingInTheEndMb() != null) {
            row("living heap in the end").format("%.1f MB%n", outcome.livingInTheEndMb());
        }
        row("not let go").format("%,d%n", outcome.notLetGo());
        row("the slow ones got")
                .format(
                        "%,d lost, %,d doubled, %,d out of order%n",
                        returns.findings().lost(),
                        returns.findings().doubled(),
                        returns.findings().outOfOrder());
        row("  not ours").format("%,d%n", returns.strange());
        row("  could not go on").format("%,d%n", returns.startedAnew());
    }

    private Formatter row(String name) {
        return table.format("%-24s", name);
    }
}
