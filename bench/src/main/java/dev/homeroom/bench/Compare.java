package dev.homeroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.backends.Folders;
import dev.homeroom.bench.comparison.Bout;
import dev.homeroom.bench.comparison.Comparison;
import dev.homeroom.bench.contender.Contender;
import dev.homeroom.bench.report.BarChart;
import dev.homeroom.bench.report.Json;
import dev.homeroom.bench.report.Svg;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The command that compares. Says what goes on on the standard error and the outcome on the standard output. Ends with 0 if
 * Homeroom, where it takes part, kept up with all that it was given but what the search tried, 1 if it did not, and 2 if nobody
 * could be compared.
 */
public final class Compare {
    private static final int NOT_GOOD = 1;
    private static final int FAILED = 2;
    private static final String OURS = "homeroom";

    private Compare() {}

    /** @param words the options */
    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        if (words.contains("--help")) {
            System.out.print(usage());
            return 0;
        }
        try {
            return compare(CompareOptions.parse(words));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println("bench: " + e.getMessage());
            return FAILED;
        } catch (RuntimeException e) { // 1 would say that Homeroom did not keep up
            e.printStackTrace();
            return FAILED;
        }
    }

    private static int compare(CompareOptions options) throws IOException {
        Path home = Path.of(System.getProperty("homeroom.home", "."));
        Path folder = home.resolve("bench/target/run-" + ProcessHandle.current().pid());
        List<Contender> contenders = options.contenders(home);
        List<Bout> bouts = options.bouts(folder, Compare::tell);
        List<Bout.Result> results = new ArrayList<>();
        Map<String, String> absent;
        try (Comparison comparison = new Comparison(contenders, folder, options.isQuick(), Compare::tell)) {
            absent = comparison.absent();
            for (Bout bout : bouts) {
                Bout.Result result = comparison.play(bout, name -> options.isFor(bout.name(), name));
                results.add(result);
                System.out.println(result.table());
                write(options, new Report(Machine.here(), results, absent));
            }
        }
        absent.forEach((contender, reason) -> System.out.println("LEFT OUT: " + contender + ": " + reason));
        if (absent.isEmpty()) {
            Folders.delete(folder);
        } else {
            System.out.println("The logs are in " + folder);
        }
        Predicate<Bout.Result> isGood =
                options.isQuick() ? result -> result.isIntact(OURS) : result -> result.isGood(OURS);
        return status(
                contenders.stream().map(Contender::name).toList(),
                results.stream().allMatch(isGood),
                absent.keySet());
    }

    private static void write(CompareOptions options, Report report) throws IOException {
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), Json.of(report));
        }
        if (options.svg().isPresent()) {
            List<BarChart> charts = report.scenes().stream()
                    .flatMap(result -> result.charts().stream())
                    .toList();
            Files.writeString(options.svg().get(), Svg.of(charts));
        }
    }

    /** @param good whether that which is ours was, as far as it took part */
    static int status(Collection<String> contenders, boolean good, Set<String> absent) {
        if (absent.containsAll(contenders)) {
            return FAILED;
        }
        boolean kept = good && !absent.contains(OURS);
        return kept || !contenders.contains(OURS) ? 0 : NOT_GOOD;
    }

    /**
     * For programs.
     *
     * @param absent who could not take part, and why
     */
    private record Report(Machine machine, List<Bout.Result> scenes, Map<String, String> absent) {}

    /** Where the figures are from. */
    private record Machine(int processors, String system, String java) {
        static Machine here() {
            return new Machine(
                    Runtime.getRuntime().availableProcessors(),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"),
                    Runtime.version().toString());
        }
    }

    private static void tell(String line) {
        long seconds = ManagementFactory.getRuntimeMXBean().getUptime() / 1_000;
        System.err.printf("… %4d s  %s%n", seconds, line);
    }

    private static String usage() {
        try (InputStream text = Compare.class.getResourceAsStream("compare-usage.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
