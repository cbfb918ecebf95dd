package dev.homeroom.bench.report;

import dev.homeroom.bench.measure.Role;
import java.util.List;

/**
 * Bars to be set side by side.
 *
 * @param title what they show
 * @param unit of their lengths
 */
public record BarChart(String title, String unit, List<Bar> bars) {
    public BarChart {
        bars = List.copyOf(bars);
    }

    /** One bar, in parts that stand end to end. */
    public record Bar(String label, List<Part> parts) {
        public Bar {
            parts = parts.stream().filter(part -> part.length() > 0).toList();
        }

        double length() {
            return parts.stream().mapToDouble(Part::length).sum();
        }
    }

    /** @param role whose it is; parts of one role look alike */
    public record Part(Role role, double length) {}

    double longest() {
        return bars.stream().mapToDouble(Bar::length).max().orElse(0);
    }
}
