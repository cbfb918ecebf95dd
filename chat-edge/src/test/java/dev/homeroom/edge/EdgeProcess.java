package dev.homeroom.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An edge in a JVM of its own, which can be killed. */
final class EdgeProcess implements Edge, AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Jetty started on port (\\d+)");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private EdgeProcess(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Thread.ofVirtual().start(this::readOutput);
    }

    /** Returns when it listens. It may still have to reach Kafka: clients wait for that. */
    static EdgeProcess start(String bootstrapServers) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                EdgeApplication.class.getName(),
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + bootstrapServers);
        EdgeProcess edge = new EdgeProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        edge.port.orTimeout(2, TimeUnit.MINUTES).join();
        return edge;
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port.join();
    }

    /** SIGKILL: it has no last words, for anybody. */
    void kill() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        kill();
    }

    private void readOutput() {
        StringBuilder output = new StringBuilder();
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                output.append(line).append('\n');
                Matcher matcher = PORT.matcher(line);
                if (matcher.find()) {
                    port.complete(Integer.parseInt(matcher.group(1)));
                }
            }
        } catch (IOException _) {
            // It was killed.
        }
        port.completeExceptionally(new AssertionError("it ended: " + output));
    }
}
