package dev.homeroom.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The process that works in a data folder, as its file {@code postmaster.pid} names it. */
final class Postmaster {
    private Postmaster() {}

    /**
     * The live Postgres of this folder.
     *
     * <p>The file stays behind when Postgres is killed, and its number may be somebody else's by now. So a process only
     * counts if it was started with this very folder.
     */
    static Optional<ProcessHandle> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        return ProcessHandle.of(pid).filter(process -> worksIn(data, process));
    }

    private static boolean worksIn(Path data, ProcessHandle process) {
        String[] arguments = process.info().arguments().orElse(new String[0]);
        return Arrays.asList(arguments).contains(data.toString());
    }
}
