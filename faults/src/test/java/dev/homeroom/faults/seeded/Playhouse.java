package dev.homeroom.faults.seeded;

import dev.homeroom.faults.Trial;
import dev.homeroom.faults.Verdict;
import dev.homeroom.faults.Waits;
import dev.homeroom.faults.deployment.Blueprint;
import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.deployment.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Where stories are played: a broker and a database for all tests of a class, and two edges and an archiver that are started for each
 * test, with or without a fault in them.
 */
final class Playhouse implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Waits WAITS = new Waits(Duration.ofSeconds(40), Duration.ofSeconds(6), Duration.ofSeconds(4));
    private static final List<String> JVM = List.of(
            "-Xmx200m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "-Dhomeroom.edge.presence.expiry=3s",
            "-Dhomeroom.edge.presence.heartbeat=500ms",
            "-Dhomeroom.edge.presence.grace=1s",
            "-Dhomeroom.edge.socket.max-queued=256KB");

    private @Nullable Stage stage;

    private record Stage(Deployment deployment, Path agent) {}

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "playhouse").toAbsolutePath();
        Blueprint blueprint = new Blueprint(folder.resolve("deployment"), jar("chat-edge"), jar("archiver"), 1, 2, 1);
        stage = new Stage(Deployment.prepare(blueprint), AgentJar.in(folder));
    }

    private Stage stage() {
        return Objects.requireNonNull(stage, "it is not open");
    }

    private static Path jar(String module) throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("..", module, "target"), module + "-*-exec.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        stage().deployment().killPrograms();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        stage().deployment().close();
    }

    /** Plays it to whole programs. */
    Verdict play(Story story) throws IOException, InterruptedException {
        stage().deployment().startPrograms(JVM, START);
        return play(story, story.name());
    }

    /** Plays its story to programs that have this fault. */
    Verdict play(SeededFault fault) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(JVM);
        options.add("-javaagent:" + stage().agent() + "=" + fault);
        stage().deployment().startPrograms(options, START);
        return play(fault.story(), fault.name());
    }

    private Verdict play(Story story, String name) throws IOException, InterruptedException {
        Path diaries = Files.createDirectories(
                Path.of("target", "seeded", name.toLowerCase(Locale.ROOT)).toAbsolutePath());
        try (Trial trial = Trial.start(
                stage().deployment(), story.crowd(), WAITS, Path.of("node").toAbsolutePath(), diaries, _ -> {})) {
            story.play(trial, stage().deployment());
            trial.settle();
            return trial.reckon();
        }
    }

    /** All lines that the programs have printed. */
    List<String> saidByPrograms() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Program program : stage().deployment().programs().toList()) {
            lines.addAll(Files.readAllLines(program.log()));
        }
        return lines;
    }
}
