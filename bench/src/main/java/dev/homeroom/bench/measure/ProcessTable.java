package dev.homeroom.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All processes of this machine at one moment. */
final class ProcessTable {
    private static final Path PROC = Path.of("/proc");

    private final Map<Long, ProcessStat> processes;

    ProcessTable(Collection<ProcessStat> processes) {
        this.processes = processes.stream().collect(Collectors.toMap(ProcessStat::pid, Function.identity()));
    }

    /** @throws UncheckedIOException where there is no {@code /proc} */
    static ProcessTable read() {
        try (Stream<Path> folders = Files.list(PROC)) {
            return new ProcessTable(folders.filter(ProcessTable::isProcess)
                    .flatMap(folder -> stat(folder).stream())
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isProcess(Path folder) {
        return Character.isDigit(folder.getFileName().toString().charAt(0));
    }

    /** Empty for a process that has just ended. */
    private static Optional<ProcessStat> stat(Path folder) {
        try {
            return Optional.of(ProcessStat.parse(Files.readString(folder.resolve("stat"))));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    boolean has(long pid) {
        return processes.containsKey(pid);
    }

    /**
     * The CPU time of processes and of their children: each of {@code roots} by itself with those children that run the same
     * program (as a Postgres has them), and each other child with all that descends from it. A child that is a root as well is
     * not counted twice.
     */
    Map<Long, Duration> cpuTimes(Set<Long> roots, LongFunction<String> program) {
        Map<Long, Duration> times = new LinkedHashMap<>();
        for (long root : roots) {
            Optional.ofNullable(processes.get(root)).ifPresent(stat -> times.put(root, stat.total()));
            childrenOf(root, roots).forEach(child -> {
                boolean same = program.apply(child.pid()).equals(program.apply(root));
                times.merge(same ? root : child.pid(), withDescendants(child, roots), Duration::plus);
            });
        }
        return times;
    }

    private Duration withDescendants(ProcessStat process, Set<Long> roots) {
        return childrenOf(process.pid(), roots)
                .map(child -> withDescendants(child, roots))
                .reduce(process.total(), Duration::plus);
    }

    private Stream<ProcessStat> childrenOf(long pid, Set<Long> roots) {
        return processes.values().stream().filter(process -> process.parent() == pid && !roots.contains(process.pid()));
    }
}
