package dev.homeroom.bench.comparison;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.measure.Percentiles;
import dev.homeroom.bench.report.Outcome;
import java.util.List;
import java.util.Map;

/** Outcomes with the figures that matter here. */
final class Outcomes {
    private static final Percentiles FAST = new Percentiles(1, 2, 3, 4, 5);

    private Outcomes() {}

    /** @param lost deliveries that never came */
    static Outcome with(double perSecond, long lost, double serverMicros) {
        return of(perSecond, lost, serverMicros, Map.of(), 0.5);
    }

    static Outcome refusing(int messages) {
        return of(100, 0, 5, Map.of("unavailable", messages), 0.5);
    }

    static Outcome of(long lost, double serverMicros, boolean suspect) {
        return of(100, lost, serverMicros, Map.of(), suspect ? 0.9 : 0.5);
    }

    private static Outcome of(
            double perSecond, long lost, double serverMicros, Map<String, Integer> refused, double busiestLoop) {
        return new Outcome(
                "classrooms",
                "few",
                new Outcome.Messages(10, 10, refused, 0, FAST),
                new Outcome.Deliveries(100, perSecond, FAST, 0, new Findings(lost, 0, 0), 0, Map.of()),
                new Outcome.Generator(1, 0.5, busiestLoop, FAST),
                List.of(
                        new Outcome.Server("server", 1, 1, serverMicros),
                        new Outcome.Server("redis-server", 2, 1, 2),
                        new Outcome.Server("postgres", 3, 1, 4)),
                null);
    }
}
