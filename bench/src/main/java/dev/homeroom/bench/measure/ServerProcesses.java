package dev.homeroom.bench.measure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The processes whose CPU time is charged to the server.
 *
 * @param names what to call each of them, by process id
 */
public record ServerProcesses(Map<Long, String> names) {
    public ServerProcesses {
        names = new LinkedHashMap<>(names);
    }

    /** CPU time used so far. */
    public record Reading(Map<Long, Duration> times) {}

    /** CPU time of one process between two readings. */
    public record Use(String name, long pid, Duration time) {
        private Use plus(Use other) {
            return new Use(name, pid, time.plus(other.time));
        }
    }

    /** Those that are not there. */
    public List<Long> missing() {
        ProcessTable table = ProcessTable.read();
        return names.keySet().stream().filter(pid -> !table.has(pid)).toList();
    }

    /** The machine's memory that a process holds; 0 if it has ended. */
    public static long residentBytes(long pid) {
        return ResidentMemory.of(pid);
    }

    public Reading read() {
        return new Reading(names.isEmpty() ? Map.of() : ProcessTable.read().cpuTimes(names.keySet(), ProcessNames::of));
    }

    /** A line for each process that was named, and one for each other program that it has started. */
    public List<Use> between(Reading before, Reading after) {
        Map<String, Use> uses = new LinkedHashMap<>();
        after.times().forEach((pid, time) -> {
            Duration used = time.minus(before.times().getOrDefault(pid, Duration.ZERO));
            Use use = new Use(name(pid), pid, used);
            uses.merge(names.containsKey(pid) ? pid.toString() : use.name(), use, Use::plus);
        });
        return uses.values().stream()
                .filter(use -> names.containsKey(use.pid()) || !use.time().isZero())
                .toList();
    }

    private String name(long pid) {
        return Optional.ofNullable(names.get(pid))
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> ProcessNames.of(pid));
    }
}
