package dev.homeroom.bench.measure;

import org.HdrHistogram.Histogram;

/** Percentiles in milliseconds; all 0 where nothing was recorded. */
public record Percentiles(double p50, double p90, double p99, double p999, double max) {
    private static final double MICROS_PER_MILLI = 1_000;

    static Percentiles of(Histogram micros) {
        return new Percentiles(
                at(micros, 50),
                at(micros, 90),
                at(micros, 99),
                at(micros, 99.9),
                micros.getMaxValue() / MICROS_PER_MILLI);
    }

    private static double at(Histogram micros, double percentile) {
        return micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }
}
