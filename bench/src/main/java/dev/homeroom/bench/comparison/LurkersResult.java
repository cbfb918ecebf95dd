package dev.homeroom.bench.comparison;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;

/** What idle sockets came to. */
public record LurkersResult(String scene, Lurkers.Settings settings, List<Line> lines) implements Bout.Result {
    /**
     * Medians of one contender.
     *
     * @param bytesPerSocket by which what clients are connected to grew in the machine's memory
     * @param server processors that it kept busy meanwhile
     * @param rest the same of brokers and stores
     * @param drops connections that ended, in all repeats
     */
    public record Line(String contender, double bytesPerSocket, double server, double rest, int drops) {}

    @Override
    public String table() {
        Formatter table = new Formatter(Locale.ROOT);
        table.format(
                "%s: %,d sockets in rooms of %d, %d s without a word, medians of %d%n",
                scene,
                settings.sockets(),
                settings.members(),
                settings.measured().toSeconds(),
                settings.repeats());
        table.format("%-26s %14s %12s %14s %8s%n", "", "KB a socket", "server CPUs", "broker, store", "dropped");
        lines.forEach(line -> table.format(
                "%-26s %14.1f %12.3f %14.3f %8d%n",
                line.contender(), line.bytesPerSocket() / 1_000, line.server(), line.rest(), line.drops()));
        return table.toString();
    }

    @Override
    public boolean isGood(String contender) {
        return lines.stream().filter(line -> line.contender().equals(contender)).allMatch(line -> line.drops() == 0);
    }
}
