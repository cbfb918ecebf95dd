package dev.homeroom.bench.report;

import java.util.stream.DoubleStream;

/** Medians; of an even number of figures the mean of the two in the middle, and of none not a number. */
public final class Medians {
    private Medians() {}

    public static double of(DoubleStream figures) {
        double[] sorted = figures.sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return (sorted[(sorted.length - 1) / 2] + sorted[middle]) / 2;
    }
}
