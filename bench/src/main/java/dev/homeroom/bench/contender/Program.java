package dev.homeroom.bench.contender;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An edge or an archiver: a process that says over HTTP when it is well. Ends with this JVM, unless that is killed without a word. */
final class Program implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final int PATIENCE_MS = 2_000;
    private static final int OK = 200;
    private static final long STOP_SECONDS = 30;

    private final String name;
    private final List<String> command;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    /**
     * @param port where it listens
     * @param log where its output is appended to
     */
    Program(String name, List<String> command, int port, Path log) {
        this.name = name;
        this.command = List.copyOf(command);
        this.port = port;
        this.log = log;
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** Starts it, the first time or again. */
    void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void kill() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    long pid() {
        return running().pid();
    }

    /** @throws IOException if it ends, or is not well in time */
    void awaitHealth(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isHealthy()) {
            if (!running().isAlive() || System.nanoTime() > deadline) {
                throw new IOException(name + " is not well; see " + log);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private boolean isHealthy() {
        try {
            HttpURLConnection asked = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/actuator/health")
                    .toURL()
                    .openConnection();
            asked.setConnectTimeout(PATIENCE_MS);
            asked.setReadTimeout(PATIENCE_MS);
            try {
                return asked.getResponseCode() == OK;
            } finally {
                asked.disconnect();
            }
        } catch (IOException _) {
            return false;
        }
    }

    private Process running() {
        return Objects.requireNonNull(process, "not started");
    }

    /** Stops it, as one does; it may be started again. */
    @Override
    public void close() {
        Process running = running();
        running.destroy();
        try {
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
