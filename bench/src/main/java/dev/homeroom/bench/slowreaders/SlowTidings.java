package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.measure.Percentiles;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.report.Medians;
import dev.homeroom.bench.report.SlowReadersOutcome;
import dev.homeroom.bench.report.SlowReadersOutcome.Memory;
import dev.homeroom.bench.report.SlowReadersOutcome.Repeat;
import dev.homeroom.bench.report.SlowReadersOutcome.Returns;
import dev.homeroom.bench.report.SlowReadersOutcome.TypicalSecond;
import dev.homeroom.bench.verdict.Judge;
import dev.homeroom.bench.verdict.Tidings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that is known when the scene is over, and what it comes to.
 *
 * @param living bytes: three collections for each repeat, and one in the end
 * @param ended by the server, by reason: at the beginning and at the end of each stall
 */
record SlowTidings(
        SlowReadersSettings settings,
        Script script,
        Tidings tidings,
        Laggards laggards,
        Watch watch,
        List<Long> living,
        List<Map<String, Long>> ended) {
    private static final double SECOND = 1e9;
    private static final double MEGA = 1e6;

    SlowReadersOutcome outcome(Judge judge) {
        return new SlowReadersOutcome(
                tidings.outcome(),
                settings.slow(),
                IntStream.range(0, settings.repeats()).mapToObj(this::repeat).toList(),
                new Returns(laggards.findings(judge), laggards.strange(), laggards.startedAnew()),
                watch.sees() ? living.getLast() / MEGA : null);
    }

    private Repeat repeat(int repeat) {
        List<Stall> stalls = laggards.stalls(repeat);
        return new Repeat(
                latency(repeat, Stage.READING),
                latency(repeat, Stage.STALLED),
                latency(repeat, Stage.COMING_BACK),
                new TypicalSecond(typicalP99(repeat, Stage.READING), typicalP99(repeat, Stage.STALLED)),
                Math.toIntExact(
                        stalls.stream().filter(stall -> stall.end() != null).count()),
                reasons(repeat),
                letGoAfterSeconds(repeat),
                clientsWords(stalls),
                backAfterSeconds(stalls),
                watch.sees() ? memory(repeat) : null);
    }

    private Percentiles latency(int repeat, Stage stage) {
        Latencies latencies = new Latencies();
        parts(repeat, stage).mapToObj(tidings.account()::deliveries).forEach(latencies::add);
        return latencies.percentiles();
    }

    /** The median of the p99 of each of its seconds. */
    private double typicalP99(int repeat, Stage stage) {
        return Medians.of(parts(repeat, stage)
                .mapToDouble(
                        part -> tidings.account().deliveries(part).percentiles().p99()));
    }

    private IntStream parts(int repeat, Stage stage) {
        return script.stretch(repeat, stage).parts();
    }

    /** Why the server has ended connections during the stall. */
    private Map<String, Long> reasons(int repeat) {
        Map<String, Long> before = ended.get(2 * repeat);
        Map<String, Long> reasons = new TreeMap<>();
        ended.get(2 * repeat + 1).forEach((reason, count) -> {
            long more = count - before.getOrDefault(reason, 0L);
            if (more > 0) {
                reasons.put(reason, more);
            }
        });
        return reasons;
    }

    private List<Double> letGoAfterSeconds(int repeat) {
        Schedule schedule = script.schedule();
        Script.Stretch stalled = script.stretch(repeat, Stage.STALLED);
        return watch
                .ledger()
                .letGoAfter(schedule.beginNanos(stalled.first()), schedule.beginNanos(stalled.end()))
                .stream()
                .map(nanos -> nanos / SECOND)
                .toList();
    }

    private static Map<String, Long> clientsWords(List<Stall> stalls) {
        return stalls.stream()
                .map(Stall::end)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static List<Double> backAfterSeconds(List<Stall> stalls) {
        return stalls.stream()
                .filter(stall -> stall.backAfterNanos() >= 0)
                .map(stall -> stall.backAfterNanos() / SECOND)
                .sorted()
                .toList();
    }

    private Memory memory(int repeat) {
        Ledger ledger = watch.ledger();
        return new Memory(
                living.get(3 * repeat + 1) / MEGA,
                living.get(3 * repeat + 2) / MEGA,
                peak(repeat, Stage.READING, ledger::peakHeap),
                peak(repeat, Stage.STALLED, ledger::peakHeap),
                peak(repeat, Stage.READING, ledger::peakResident),
                peak(repeat, Stage.STALLED, ledger::peakResident));
    }

    private double peak(int repeat, Stage stage, IntToLongFunction bytes) {
        return parts(repeat, stage).mapToLong(bytes).max().orElse(0) / MEGA;
    }
}
