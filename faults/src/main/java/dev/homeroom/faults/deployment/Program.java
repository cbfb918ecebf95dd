package dev.homeroom.faults.deployment;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** An edge or an archiver: our own jar in a JVM of its own. */
public final class Program implements Part {
    private static final Duration STOP = Duration.ofSeconds(40);
    private static final int PATIENCE_MS = 2_000;
    private static final int OK = 200;

    private final String name;
    private final Kind kind;
    private final int port;
    private final Path jar;
    private final List<String> settings;
    private final Path log;
    private List<String> options = List.of();
    private @Nullable Process process;

    /**
     * @param port where it listens
     * @param settings on its command line
     * @param log where its output is appended to
     */
    Program(String name, Kind kind, int port, Path jar, List<String> settings, Path log) {
        this.name = name;
        this.kind = kind;
        this.port = port;
        this.jar = jar;
        this.settings = List.copyOf(settings);
        this.log = log;
    }

    /** From its next start on its JVM has these options. */
    void use(List<String> jvmOptions) {
        options = List.copyOf(jvmOptions);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(settings);
        return command;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    public int port() {
        return port;
    }

    /** Where its output is. */
    public Path log() {
        return log;
    }

    @Override
    public void start() throws IOException {
        process = new ProcessBuilder(command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    /** Whether it says that it is well. */
    public boolean isHealthy() {
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

    @Override
    public void stop() {
        Process running = process;
        if (running == null) {
            return;
        }
        running.destroy();
        try {
            if (!running.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    @Override
    public LongStream pids() {
        return process == null ? LongStream.empty() : LongStream.of(process.pid());
    }
}
