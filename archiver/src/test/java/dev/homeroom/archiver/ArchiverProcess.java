package dev.homeroom.archiver;

import dev.homeroom.backends.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An archiver in a JVM of its own, so that it can be killed. */
public final class ArchiverProcess implements AutoCloseable {
    private final Process process;

    private ArchiverProcess(Process process) {
        this.process = process;
    }

    public static ArchiverProcess start(String bootstrapServers, Database database, Path log, String... settings)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ArchiverApplication.class.getName(),
                "--server.port=0",
                "--homeroom.archiver.ingest.batch=20",
                "--homeroom.archiver.ingest.session-timeout=6s",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        command.addAll(List.of(settings));
        return new ArchiverProcess(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    /** Without a word (SIGKILL). */
    public void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }
}
