package dev.homeroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.backends.Folders;
import dev.homeroom.bench.comparison.Bout;
import dev.homeroom.bench.comparison.Comparison;
import dev.homeroom.bench.report.Json;
import dev.homeroom.bench.report.Svg;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The command that compares. Says what goes on on the standard error and the outcome on the standard output. Ends with 0 if
 * Homeroom kept up with all that it was given but what the search tried, 1 if it did not, and 2 if there was nothing to compare.
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
        }
    }

    private static int compare(CompareOptions options) throws IOException {
        Path home = Path.of(System.getProperty("homeroom.home", "."));
        Path folder = home.resolve("bench/target/run-" + ProcessHandle.current().pid());
        List<Bout.Result> results = new ArrayList<>();
        Map<String, String> absent;
        try (Comparison comparison =
                new Comparison(options.contenders(home), folder, options.isQuick(), Compare::tell)) {
            for (Bout bout : options.bouts(folder, Compare::tell)) {
                Bout.Result result = comparison.play(bout, name -> options.isFor(bout.name(), name));
                results.add(result);
                System.out.println(result.table());
            }
            absent = comparison.absent();
        }
        absent.forEach((contender, reason) -> System.out.println("LEFT OUT: " + contender + ": " + reason));
        if (options.json().isPresent()) {
            Files.writeString(options.json().get(), Json.of(new Report(results, absent)));
        }
        if (options.svg().isPresent()) {
            Files.writeString(
                    options.svg().get(),
                    Svg.of(results.stream()
                            .flatMap(result -> result.charts().stream())
                            .toList()));
        }
        boolean good = !absent.containsKey(OURS) && results.stream().allMatch(result -> result.isGood(OURS));
        if (good) {
            Folders.delete(folder);
        }
        return good ? 0 : NOT_GOOD;
    }

    /**
     * For programs.
     *
     * @param absent who could not take part, and why
     */
    private record Report(List<Bout.Result> scenes, Map<String, String> absent) {}

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
