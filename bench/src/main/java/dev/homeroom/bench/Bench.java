package dev.homeroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.api.ApiException;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.school.Founder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The command. Says what goes on on the standard error and the outcome on the standard output. Ends with 0 if all is well, 1
 * if something was lost, doubled, out of order or too slow, and 2 if there was nothing to measure.
 */
public final class Bench {
    private static final int NOT_GOOD = 1;
    private static final int FAILED = 2;

    private Bench() {}

    /** @param words the scene and its options */
    public static void main(String[] words) {
        System.exit(run(List.of(words)));
    }

    private static int run(List<String> words) {
        if (words.contains("--help") || words.isEmpty()) {
            System.out.print(usage());
            return words.isEmpty() ? FAILED : 0;
        }
        try {
            return play(Options.parse(words));
        } catch (IllegalArgumentException | ApiException | EntryFailedException | IOException e) {
            System.err.println("bench: " + e.getMessage());
            return FAILED;
        }
    }

    private static int play(Options options) throws EntryFailedException, IOException {
        tell("Making rooms and accounts");
        Founder founder = new Founder(options.api(), options.edges(), options.admin(), options.teacher());
        Scene.Report report = options.scene().play(founder, options.server(), Bench::tell);
        System.out.print(report.table());
        if (options.json().isPresent()) {
            Path file = options.json().get();
            Files.writeString(file, report.json());
        }
        return report.isGood() ? 0 : NOT_GOOD;
    }

    private static void tell(String line) {
        System.err.println("… " + line);
    }

    private static String usage() {
        try (InputStream text = Bench.class.getResourceAsStream("usage.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
