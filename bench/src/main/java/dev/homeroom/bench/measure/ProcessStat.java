package dev.homeroom.bench.measure;

import java.time.Duration;
import java.util.List;

/**
 * What {@code /proc/PID/stat} says of one process (proc_pid_stat(5)).
 *
 * @param own CPU time of its threads, in user and in system mode
 * @param reaped CPU time of its children that have ended and been waited for, and of theirs
 */
record ProcessStat(long pid, long parent, Duration own, Duration reaped) {
    /** USER_HZ, which is 100 on every Linux that a JDK 25 runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Fields are counted from the state on, which follows the command; the command may hold anything, but ends at the last ')'. */
    private static final int PARENT = 1;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    static ProcessStat parse(String line) {
        long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
        List<String> fields = List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        return new ProcessStat(
                pid,
                Long.parseLong(fields.get(PARENT)),
                ticks(fields, USER).plus(ticks(fields, SYSTEM)),
                ticks(fields, CHILDREN_USER).plus(ticks(fields, CHILDREN_SYSTEM)));
    }

    Duration total() {
        return own.plus(reaped);
    }

    private static Duration ticks(List<String> fields, int field) {
        return Duration.ofNanos(Long.parseLong(fields.get(field)) * NANOS_PER_TICK);
    }
}
