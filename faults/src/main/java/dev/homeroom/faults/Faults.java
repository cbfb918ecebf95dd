package dev.homeroom.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.api.ApiException;
import dev.homeroom.faults.crowd.CrowdSettings;
import dev.homeroom.faults.deployment.Blueprint;
import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.mischief.Plan;
import dev.homeroom.faults.mischief.Targets;
import dev.homeroom.faults.report.Json;
import dev.homeroom.faults.report.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The command. Says what goes on on the standard error and the verdict on the standard output. Ends with 0 if every promise was
 * kept, 1 if one was broken, and 2 if there was nothing to judge.
 */
public final class Faults {
    private static final int BROKEN = 1;
    private static final int FAILED = 2;
    private static final Duration START = Duration.ofMinutes(3);
    private static final int MEMBERS = 15;
    private static final List<String> JVM = List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private Faults() {}

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
            return run(Options.parse(words));
        } catch (IllegalArgumentException | ApiException | IOException e) {
            System.err.println("faults: " + e.getMessage());
            return FAILED;
        } catch (RuntimeException e) { // 1 would say that a promise was broken
            e.printStackTrace();
            return FAILED;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("homeroom.home", "."));
        Path folder = home.resolve("faults/target/run-" + options.seed() + "-"
                + ProcessHandle.current().pid());
        Blueprint blueprint = new Blueprint(
                folder,
                jar(home, "chat-edge"),
                jar(home, "archiver"),
                options.brokers(),
                options.edges(),
                options.archivers());
        tell("Seed " + options.seed() + "; data and logs are in " + folder);
        try (Deployment deployment = Deployment.prepare(blueprint)) {
            deployment.startPrograms(JVM, START);
            Verdict verdict = judge(options, deployment, home.resolve("faults/node"), folder);
            System.out.print(Table.of(verdict));
            if (options.json().isPresent()) {
                Files.writeString(options.json().get(), Json.of(options.seed(), verdict));
            }
            return verdict.findings().isClean() ? 0 : BROKEN;
        }
    }

    private static Verdict judge(Options options, Deployment deployment, Path node, Path folder)
            throws IOException, InterruptedException {
        int rooms = Math.max(2, options.clients() / MEMBERS);
        tell("Letting in " + rooms * MEMBERS + " people");
        CrowdSettings crowd = new CrowdSettings(
                (int) options.seed(), rooms, MEMBERS, 0, Duration.ofSeconds(3), Duration.ofSeconds(25), 200);
        Plan plan = Plan.of(options.seed(), options.kills(), options.time(), options.choose(Targets.of(deployment)));
        try (Trial trial = Trial.start(deployment, crowd, Waits.USUAL, node, folder, Faults::tell)) {
            trial.trouble(plan, options.time());
            trial.settle();
            return trial.reckon();
        }
    }

    private static Path jar(Path home, String module) throws IOException {
        try (var files = Files.newDirectoryStream(home.resolve(module + "/target"), module + "-*-exec.jar")) {
            for (Path jar : files) {
                return jar;
            }
        }
        throw new IOException(module + " has not been built");
    }

    private static void tell(String line) {
        System.err.println("… " + line);
    }

    private static String usage() {
        try (InputStream text = Faults.class.getResourceAsStream("usage.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
