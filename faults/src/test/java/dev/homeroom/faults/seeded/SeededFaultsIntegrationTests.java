package dev.homeroom.faults.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.faults.Trial;
import dev.homeroom.faults.Verdict;
import dev.homeroom.faults.Waits;
import dev.homeroom.faults.check.Count;
import dev.homeroom.faults.deployment.Blueprint;
import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.deployment.Program;
import dev.homeroom.faults.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checker is proved: real programs with one fault in each, put in by an agent that no release carries, real trouble, and the
 * checker finds it. Without a fault the same trouble leaves nothing to find.
 */
@DisabledIfSystemProperty(named = "faults.seeded", matches = "false", disabledReason = "not wanted now")
class SeededFaultsIntegrationTests {
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

    @TempDir
    private static Path folder;

    private static Path agent;
    private static Deployment deployment;

    @BeforeAll
    static void prepare() throws IOException {
        agent = AgentJar.in(folder);
        deployment = Deployment.prepare(
                new Blueprint(folder.resolve("deployment"), jar("chat-edge"), jar("archiver"), 1, 2, 1));
    }

    @AfterAll
    static void end() {
        deployment.close();
    }

    @AfterEach
    void endPrograms() {
        deployment.killPrograms();
    }

    private static Path jar(String module) throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("..", module, "target"), module + "-*-exec.jar")) {
            return files.iterator().next().toAbsolutePath();
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsNothingWhereNothingIsWrong(Story story) throws IOException, InterruptedException {
        deployment.startPrograms(JVM, START);

        Verdict verdict = play(story, story.name());

        assertThat(verdict.findings().isClean()).as(Table.of(verdict)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void findsEverySeededFault(SeededFault fault) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(JVM);
        options.add("-javaagent:" + agent + "=" + fault);
        deployment.startPrograms(options, START);

        Verdict verdict = play(fault.story(), fault.name());

        assertThat(saidByPrograms())
                .contains(fault.seams().stream().map(Agent::sign).toArray(String[]::new));
        assertThat(counted(verdict)).as(Table.of(verdict)).containsAnyElementsOf(fault.found());
    }

    private static Verdict play(Story story, String name) throws IOException, InterruptedException {
        Path diaries = Files.createDirectories(
                Path.of("target", "seeded", name.toLowerCase(Locale.ROOT)).toAbsolutePath());
        try (Trial trial =
                Trial.start(deployment, story.crowd(), WAITS, Path.of("node").toAbsolutePath(), diaries, _ -> {})) {
            story.play(trial, deployment);
            trial.settle();
            return trial.reckon();
        }
    }

    private static Set<Count> counted(Verdict verdict) {
        return Arrays.stream(Count.values())
                .filter(count -> verdict.findings().of(count) > 0)
                .collect(Collectors.toSet());
    }

    private static List<String> saidByPrograms() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Program program : deployment.programs().toList()) {
            lines.addAll(Files.readAllLines(program.log()));
        }
        return lines;
    }
}
