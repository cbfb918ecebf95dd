package dev.homeroom.bench.report;

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

    /** @param kind the same for parts that are to look alike */
    public record Part(Kind kind, double length) {}

    /** What a part is of. */
    public enum Kind {
        SERVER("server"),
        BROKER("broker"),
        STORE("store");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    double longest() {
        return bars.stream().mapToDouble(Bar::length).max().orElse(0);
    }
}
