package dev.homeroom.backends;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process whose standard input is its lifeline: it works until that ends.
 *
 * <p>The pipe ends when {@link #close} is called, and as well when this JVM dies in whatever way, since the kernel then
 * closes it. The child answers on standard output with one line when it is ready; what it writes to standard error is
 * appended to its log. An interrupt typed at the terminal goes to everything in the foreground; children do not heed it,
 * so that their user can stop them in its own order.
 */
public final class Child implements AutoCloseable {
    private static final String DEAF_TO_INTERRUPTS = "trap '' INT HUP; exec \"$@\"";

    private final Process process;
    private final Duration patience;
    private final CompletableFuture<Optional<String>> firstLine = new CompletableFuture<>();

    private Child(Process process, Duration patience) {
        this.process = process;
        this.patience = patience;
    }

    /** @param patience how long a stop may take before the process is killed */
    public static Child start(List<String> command, Path log, Duration patience) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", DEAF_TO_INTERRUPTS, "sh");
        builder.command().addAll(command);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Child child = new Child(builder.start(), patience);
        // Not a virtual thread: waiting for a pipe holds on to its carrier, and on two cores two children have both.
        Thread.ofPlatform().daemon().name("output of " + child.pid()).start(child::readOutput);
        return child;
    }

    /** What the child said first; nothing if it ended, or said nothing in time. */
    public Optional<String> answer(Duration atMost) {
        return firstLine
                .completeOnTimeout(Optional.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit status. */
    public CompletableFuture<Integer> ended() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /** Asks the child to stop, waits for as long as its patience lasts, then kills it. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It is gone, then.
        }
        try {
            if (!process.waitFor(patience)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void readOutput() {
        try (BufferedReader output = process.inputReader()) {
            firstLine.complete(Optional.ofNullable(output.readLine()));
            while (output.readLine() != null) {
                // Read on, so that the child never waits for us.
            }
        } catch (IOException _) {
            firstLine.complete(Optional.empty());
        }
    }
}
