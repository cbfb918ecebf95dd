package dev.homeroom.archiver.participation;

import java.util.List;
import java.util.function.ToLongFunction;

/** What the one in the middle has, or halfway between the two: as many of those compared have less as have more. */
record Median(double messages, double words, double replies, double daysActive, double share) {
    /** @param all the messages of all of them */
    static Median of(List<Figures> compared, int all) {
        double messages = of(compared, Figures::messages);
        return new Median(
                messages,
                of(compared, Figures::words),
                of(compared, Figures::replies),
                of(compared, Figures::daysActive),
                Participation.share(messages, all));
    }

    private static double of(List<Figures> compared, ToLongFunction<Figures> figure) {
        long[] sorted = compared.stream().mapToLong(figure).sorted().toArray();
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return 0;
        }
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
