package dev.homeroom.bench.contender;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of this machine. */
final class Tools {
    private static final long LONGEST_MINUTES = 5;

    private Tools() {}

    /** @throws UnavailableException if it is not on the PATH */
    static String path(String program) throws UnavailableException {
        return find(program).orElseThrow(() -> new UnavailableException(program + " is not on the PATH"));
    }

    private static Optional<String> find(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Runs it to its end, with its output appended to the log. */
    static void run(Path folder, Path log, List<String> command) throws UnavailableException {
        try {
            Files.createDirectories(log.getParent());
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            boolean ended = process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES);
            process.destroyForcibly();
            if (!ended || process.exitValue() != 0) {
                throw new UnavailableException(String.join(" ", command) + " failed; see " + log);
            }
        } catch (IOException e) {
            throw new UnavailableException(e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("interrupted");
        }
    }
}
