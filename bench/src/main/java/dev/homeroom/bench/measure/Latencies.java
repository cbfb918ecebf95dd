package dev.homeroom.bench.measure;

import java.util.Collection;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Latencies with three significant digits. For one thread; merge what several have recorded. */
public final class Latencies {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int SIGNIFICANT_DIGITS = 3;

    private final Histogram micros = new Histogram(SIGNIFICANT_DIGITS);

    public Latencies() {
        micros.setAutoResize(true);
    }

    /** One for each. */
    public static List<Latencies> forEach(Collection<?> parts) {
        return parts.stream().map(_ -> new Latencies()).toList();
    }

    public void record(long nanos) {
        micros.recordValue(Math.max(0, nanos / NANOS_PER_MICRO));
    }

    public void add(Latencies other) {
        micros.add(other.micros);
    }

    public Percentiles percentiles() {
        return Percentiles.of(micros);
    }

    public long count() {
        return micros.getTotalCount();
    }

    /** The share of those that took longer. */
    public double shareAbove(long nanos) {
        long within = micros.getCountBetweenValues(0, nanos / NANOS_PER_MICRO);
        return count() == 0 ? 0 : 1 - (double) within / count();
    }
}
