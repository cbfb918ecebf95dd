package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.pace.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** What was seen of the server, by part of the schedule. Thread-safe. */
final class Ledger {
    /** The server's reason for letting a slow reader go. */
    static final String SLOW = "slow_consumer";

    private static final long UNKNOWN = -1;

    private final Schedule schedule;
    private final long[] peakHeap;
    private final long[] peakResident;
    private final List<Rise> rises = new ArrayList<>();
    private long slow = UNKNOWN;

    /** So many more were seen to have been let go. */
    private record Rise(long nanos, long count) {}

    Ledger(Schedule schedule) {
        this.schedule = schedule;
        this.peakHeap = new long[schedule.parts().size()];
        this.peakResident = new long[schedule.parts().size()];
    }

    /** @param slowSoFar let go as too slow since the server's start; empty where it does not say */
    synchronized void look(long nanos, long heapBytes, long residentBytes, OptionalLong slowSoFar) {
        int part = schedule.partAt(nanos);
        if (part >= 0) {
            peakHeap[part] = Math.max(peakHeap[part], heapBytes);
            peakResident[part] = Math.max(peakResident[part], residentBytes);
        }
        slowSoFar.ifPresent(now -> {
            if (slow != UNKNOWN && now > slow) {
                rises.add(new Rise(nanos, now - slow));
            }
            slow = now;
        });
    }

    synchronized long peakHeap(int part) {
        return peakHeap[part];
    }

    synchronized long peakResident(int part) {
        return peakResident[part];
    }

    /** For each who was seen to be let go between two moments, how long after the first; in nanoseconds, and in order. */
    synchronized List<Long> letGoAfter(long from, long to) {
        return rises.stream()
                .filter(rise -> rise.nanos() > from && rise.nanos() <= to)
                .flatMap(rise -> LongStream.range(0, rise.count()).mapToObj(_ -> rise.nanos() - from))
                .toList();
    }
}
