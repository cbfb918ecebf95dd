package dev.homeroom.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a process holds of the machine's memory ({@code VmRSS} in {@code /proc/PID/status}, proc_pid_status(5)). */
final class ResidentMemory {
    private static final String KEY = "VmRSS:";
    private static final long KIB = 1024;

    private ResidentMemory() {}

    /** In bytes; 0 for a process that has ended. */
    static long of(long pid) {
        try {
            return parse(Files.readAllLines(Path.of("/proc/" + pid + "/status")));
        } catch (IOException _) {
            return 0;
        }
    }

    static long parse(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(KEY))
                .mapToLong(line -> KIB
                        * Long.parseLong(
                                line.substring(KEY.length()).replace("kB", "").strip()))
                .findFirst()
                .orElse(0);
    }
}
