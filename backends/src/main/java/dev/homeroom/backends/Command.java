package dev.homeroom.backends;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that is run to its end. */
final class Command {
    private Command() {}

    /** Runs it with its output appended to the log; true if it ended in time with status 0. */
    static boolean succeeds(List<String> command, Path log, Duration atMost) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        Process process = builder.start();
        try {
            boolean inTime = process.waitFor(atMost);
            process.destroyForcibly();
            return inTime && process.exitValue() == 0;
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
