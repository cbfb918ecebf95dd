package dev.homeroom.bench.comparison;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** What a bell came to. */
public record BellResult(String scene, Bell.Settings settings, List<Line> lines) implements Bout.Result {
    /**
     * Medians of one contender.
     *
     * @param in how many got in; the least of all repeats
     * @param lastInSeconds when the last one was in, since the first one came
     * @param p50 from when somebody was due until they were in their room, in ms, as the next two
     * @param server CPU time of what clients are connected to, for each who came, in ms
     * @param rest the same of brokers and stores
     * @param suspect whether the load generator may have been the limit
     */
    public record Line(
            String contender,
            int in,
            double lastInSeconds,
            double p50,
            double p99,
            double max,
            double server,
            double rest,
            boolean suspect) {}

    @Override
    public String table() {
        Formatter table = new Formatter(Locale.ROOT);
        table.format(
                "%s: %,d people enter %d rooms within %d s, medians of %d%n",
                scene, settings.people(), settings.rooms(), settings.window().toSeconds(), settings.repeats());
        table.format(
                "%-26s %8s %10s %8s %8s %8s %12s %14s%n",
                "", "in", "last, s", "p50, ms", "p99", "max", "CPU ms each", "broker, store");
        lines.forEach(line -> table.format(
                "%-26s %,8d %10.1f %8.1f %8.1f %8.1f %12.2f %14.2f%s%n",
                line.contender(),
                line.in(),
                line.lastInSeconds(),
                line.p50(),
                line.p99(),
                line.max(),
                line.server(),
                line.rest(),
                line.suspect() ? "  the load generator may be the limit" : ""));
        return table.toString();
    }

    @Override
    public boolean isGood(String contender) {
        return lines.stream()
                .filter(line -> line.contender().equals(contender))
                .allMatch(line -> line.in() == settings.people());
    }
}
