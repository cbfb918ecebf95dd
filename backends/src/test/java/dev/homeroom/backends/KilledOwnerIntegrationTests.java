package dev.homeroom.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledOwnerIntegrationTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    @Test
    void takesItsBackendsAlong() throws Exception {
        Process owner = startOwner();
        List<ProcessHandle> backends = backendsOf(owner);
        assertThat(backends).hasSize(2).allMatch(ProcessHandle::isAlive);
        owner.destroyForcibly().waitFor();
        Awaitility.await().atMost(PATIENCE).until(() -> backends.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void leavesFoldersThatCanBeUsedAtOnce() throws Exception {
        Process owner = startOwner();
        assertThat(backendsOf(owner)).hasSize(2);
        owner.destroyForcibly().waitFor();
        LocalPostgres.start(PostgresSettings.in(folder.resolve("postgres")))
                .orThrow()
                .close();
        LocalKafka.start(KafkaSettings.in(folder.resolve("kafka"))).orThrow().close();
    }

    private Process startOwner() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                folder.toString());
        return builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static List<ProcessHandle> backendsOf(Process owner) throws Exception {
        String[] pids = owner.inputReader().readLine().split(" ");
        return Stream.of(pids)
                .map(Long::parseLong)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }
}
