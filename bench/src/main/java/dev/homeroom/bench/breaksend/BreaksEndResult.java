package dev.homeroom.bench.breaksend;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.comparison.Bout;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/**
 * What break's ends came to.
 *
 * @param lines one for each time
 */
public record BreaksEndResult(String scene, BreaksEnd.Settings settings, List<Line> lines) implements Bout.Result {
    /**
     * Once with one contender.
     *
     * @param back how many were in their rooms again
     * @param recovered of these, whose sessions went on
     * @param p50 from when all came back until one was in the room again, in ms, as the next; those whose sessions went on had
     *     what was missed by then
     * @param lastSeconds the same of the last one, in seconds
     * @param findings what is wrong with what they heard, before, after and meanwhile
     */
    public record Line(
            String contender, int back, int recovered, double p50, double p99, double lastSeconds, Findings findings) {}

    @Override
    public String table() {
        Formatter table = new Formatter(Locale.ROOT);
        table.format(
                "%s: %,d people of %d rooms lose their connections and come back %d s later, all at once, %d messages/s%n",
                scene,
                settings.commuters(),
                settings.rooms(),
                settings.away().toSeconds(),
                settings.messagesPerSecond());
        table.format(
                "%-26s %8s %10s %8s %8s %8s %8s %8s %8s%n",
                "", "back", "recovered", "p50, ms", "p99", "last, s", "lost", "doubled", "disorder");
        lines.forEach(line -> table.format(
                "%-26s %,8d %,10d %8.0f %8.0f %8.1f %,8d %,8d %,8d%n",
                line.contender(),
                line.back(),
                line.recovered(),
                line.p50(),
                line.p99(),
                line.lastSeconds(),
                line.findings().lost(),
                line.findings().doubled(),
                line.findings().outOfOrder()));
        return table.toString();
    }

    @Override
    public boolean isGood(String contender) {
        return lines.stream()
                .filter(line -> line.contender().equals(contender))
                .allMatch(line ->
                        line.back() == settings.commuters() && line.findings().isClean());
    }
}
