package dev.homeroom.standalone;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** Homeroom as it is built, started in a process of its own. */
final class Program implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    private final Thread reader;

    private Program(Process process) {
        this.process = process;
        reader = Thread.ofPlatform().daemon().start(this::readOutput);
    }

    static Program start(String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseCompactObjectHeaders",
                "-Xmx1g",
                "-jar",
                Path.of("target", "standalone.jar").toAbsolutePath().toString()));
        command.addAll(Arrays.asList(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // Tests begin with rooms in which nothing was said.
        builder.environment().putIfAbsent("HOMEROOM_ARCHIVER_DEMOCONTENT", "false");
        return new Program(builder.start());
    }

    /** Waits until it says that it is ready. */
    Program ready() {
        Awaitility.await("ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("it ended: " + output());
                    }
                    return output().contains("Homeroom is ready: http://localhost:");
                });
        return this;
    }

    String output() {
        return String.join("\n", lines);
    }

    Process process() {
        return process;
    }

    /** As Ctrl-C or a service manager would. Unlike {@link Process#destroy}, it lets us read the last words. */
    int stop() throws InterruptedException {
        process.toHandle().destroy();
        return status();
    }

    /** Waits for its end, and for the last of its output. */
    int status() throws InterruptedException {
        if (!process.waitFor(PATIENCE)) {
            throw new AssertionError("it does not end: " + output());
        }
        reader.join(PATIENCE);
        return process.exitValue();
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException _) {
            // It was killed.
        }
    }
}
