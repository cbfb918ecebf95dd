package dev.homeroom.bench.report;

import dev.homeroom.bench.measure.Role;
import dev.homeroom.bench.report.BarChart.Bar;
import dev.homeroom.bench.report.BarChart.Part;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Charts as a picture (SVG 1.1), one below the other; dark where the reader's page is. */
public final class Svg {
    private static final int WIDTH = 760;
    private static final int LABELS = 200;
    private static final int BARS = 440;
    private static final int ROW = 24;
    private static final int TITLE = 44;
    private static final int LEGEND = 30;

    private final Formatter svg = new Formatter(Locale.ROOT);
    private int y;

    private Svg() {}

    public static String of(List<BarChart> charts) {
        Svg svg = new Svg();
        int height = charts.stream()
                        .mapToInt(chart -> TITLE + ROW * chart.bars().size())
                        .sum()
                + LEGEND;
        String titles = charts.stream().map(BarChart::title).collect(Collectors.joining("; "));
        svg.begin(height, escaped(titles));
        charts.forEach(svg::chart);
        svg.legend();
        return svg.svg.format("</svg>%n").toString();
    }

    private void begin(int height, String titles) {
        svg.format("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
                <style>
                  text { font: 13px system-ui, sans-serif; fill: #1f2328 }
                  .title { font-weight: 600; font-size: 15px }
                  .server { fill: #0b6e99 } .broker { fill: #c77700 } .store { fill: #7a7f87 }
                  @media (prefers-color-scheme: dark) {
                    text { fill: #e6edf3 }
                    .server { fill: #4fb3d9 } .broker { fill: #f0a63a } .store { fill: #9aa1ab }
                  }
                </style>
                """, WIDTH, height, titles);
    }

    private void chart(BarChart chart) {
        text("title", 0, y + 28, chart.title() + ", " + chart.unit());
        y += TITLE;
        chart.bars().forEach(bar -> bar(bar, chart.longest()));
    }

    private void bar(Bar bar, double longest) {
        text("", 0, y + 15, bar.label());
        double x = LABELS;
        for (Part part : bar.parts()) {
            double width = BARS * part.length() / longest;
            svg.format(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                    part.role().shown(), x, y + 2, width, ROW - 6);
            x += width;
        }
        text("", x + 8, y + 15, String.format(Locale.ROOT, "%,.1f", bar.length()));
        y += ROW;
    }

    private void legend() {
        double x = LABELS;
        for (Role role : Role.values()) {
            svg.format(
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"12\" height=\"12\"/>%n", role.shown(), x, y + 10);
            text("", x + 18, y + 21, role.shown());
            x += 90;
        }
    }

    private void text(String style, double x, int baseline, String text) {
        svg.format("<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>%n", style, x, baseline, escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
