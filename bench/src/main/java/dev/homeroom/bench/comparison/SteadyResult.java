package dev.homeroom.bench.comparison;

import dev.homeroom.bench.measure.Role;
import dev.homeroom.bench.report.BarChart;
import dev.homeroom.bench.report.BarChart.Bar;
import dev.homeroom.bench.report.BarChart.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a steady load came to.
 *
 * @param scene its name
 * @param lines by rate, and in the order of the contenders
 * @param mosts in that order; empty where nobody looked for them
 */
public record SteadyResult(String scene, Plan plan, List<Line> lines, List<Most> mosts) implements Bout.Result {
    @Override
    public String table() {
        return SteadyTable.of(this);
    }

    @Override
    public List<BarChart> charts() {
        Stream<BarChart> costs = plan.rates().stream().map(this::cost);
        return Stream.concat(costs, Stream.of(most()))
                .filter(chart -> !chart.bars().isEmpty())
                .toList();
    }

    private BarChart cost(int rate) {
        return new BarChart(
                String.format(
                        Locale.ROOT,
                        "%s at %,d deliveries/s",
                        scene,
                        (long) rate * plan.shape().members()),
                "µs of CPU a delivery",
                lines.stream()
                        .filter(line -> line.messagesPerSecond() == rate)
                        .map(line -> new Bar(
                                line.contender(),
                                List.of(
                                        new Part(Role.SERVER, line.serverMicros()),
                                        new Part(Role.BROKER, line.brokerMicros()),
                                        new Part(Role.STORE, line.storeMicros()))))
                        .toList());
    }

    private BarChart most() {
        return new BarChart(
                scene + ", the most that is held",
                "thousands of deliveries/s",
                mosts.stream()
                        .map(most -> new Bar(
                                most.contender(), List.of(new Part(Role.SERVER, most.deliveriesPerSecond() / 1e3))))
                        .toList());
    }

    @Override
    public boolean isIntact(String contender) {
        return lines.stream()
                .filter(line -> line.contender().equals(contender))
                .allMatch(line -> line.intact() == line.repeats());
    }

    @Override
    public boolean isGood(String contender) {
        return lines.stream()
                .filter(line -> line.contender().equals(contender))
                .allMatch(line -> line.good() == line.repeats());
    }
}
