package dev.homeroom.bench.comparison;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** What a steady load came to, for people to read. */
final class SteadyTable {
    private static final String FLOOR = "floor";

    private final Formatter table = new Formatter(Locale.ROOT);
    private final SteadyResult result;

    private SteadyTable(SteadyResult result) {
        this.result = result;
    }

    static String of(SteadyResult result) {
        SteadyTable table = new SteadyTable(result);
        table.heading(result.plan());
        result.plan().rates().forEach(table::rate);
        table.table.format("(1) server and broker, beside the floor; what keeps the messages is not part of it%n");
        table.mosts(result.mosts());
        return table.table.toString();
    }

    private void heading(Plan plan) {
        table.format(
                "%s: %d rooms of %,d, messages of %d characters; %d s after %d s of warm-up, medians of %d%n",
                plan.shape().name(),
                plan.shape().rooms(),
                plan.shape().members(),
                plan.textLength(),
                plan.measured().toSeconds(),
                plan.warmUp().toSeconds(),
                plan.repeats());
    }

    private void rate(int rate) {
        List<Line> lines = result.lines().stream()
                .filter(line -> line.messagesPerSecond() == rate)
                .toList();
        table.format(
                "%n%,d messages/s, that is %,d deliveries/s%n",
                rate, (long) rate * result.plan().shape().members());
        table.format(
                "%-24s %8s %8s %8s %8s %8s %8s %8s  %s%n",
                "", "server", "broker", "store", "× floor", "p50", "p99", "p99.9", "");
        double floor = lines.stream()
                .filter(line -> line.contender().equals(FLOOR))
                .mapToDouble(Line::liveMicros)
                .findFirst()
                .orElse(Double.NaN);
        lines.forEach(line -> line(line, floor));
        table.format("%-24s %26s %8s %26s%n", "", "µs of CPU a delivery", "(1)", "ms");
    }

    private void line(Line line, double floor) {
        table.format(
                "%-24s %8.2f %8.2f %8.2f %8s %8.1f %8.1f %8.1f  %s%n",
                line.contender(),
                line.serverMicros(),
                line.brokerMicros(),
                line.storeMicros(),
                Double.isNaN(floor) ? "" : "%.2f".formatted(line.liveMicros() / floor),
                line.p50(),
                line.p99(),
                line.p999(),
                remark(line));
    }

    private static String remark(Line line) {
        String held =
                line.good() == line.repeats() ? "" : "HELD %d TIMES OF %d ".formatted(line.good(), line.repeats());
        return line.suspect() == 0 ? held : held + "the load generator may be the limit";
    }

    private void mosts(List<Most> mosts) {
        if (mosts.isEmpty()) {
            return;
        }
        table.format("%nthe most that is held, in deliveries/s (one search; storing may catch up later)%n");
        mosts.forEach(most -> table.format(
                "%-24s %,12.0f  %s%n",
                most.contender(),
                most.deliveriesPerSecond(),
                most.generatorIsLimit() ? "the load generator may be the limit" : ""));
    }
}
