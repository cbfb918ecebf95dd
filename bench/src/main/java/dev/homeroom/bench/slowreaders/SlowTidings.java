package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.measure.Percentiles;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.report.SlowReadersOutcome;
import dev.homeroom.bench.report.SlowReadersOutcome.Memory;
import dev.homeroom.bench.report.SlowReadersOutcome.Repeat;
import dev.homeroom.bench.report.SlowReadersOutcome.Returns;
import dev.homeroom.bench.verdict.Judge;
import dev.homeroom.bench.verdict.Tidings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that is known when the scene is over, and what it comes to.
 *
 * @param living bytes: two collections for each repeat, and one in the end
 * @param ended by the server, by reason: at the beginning and at the end of each stall
 */
record SlowTidings(
        SlowReadersSettings settings,
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
                Math.toIntExact(
                        stalls.stream().filter(stall -> stall.end() != null).count()),
                reasons(repeat),
                letGoAfterSeconds(repeat),
                clientsWords(stalls),
                backAfterSeconds(stalls),
                watch.sees() ? memory(repeat) : null);
    }

    private Percentiles latency(int repeat, Stage stage) {
        return tidings.account()
                .deliveries(SlowReadersSettings.part(repeat, stage))
                .percentiles();
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
        Schedule schedule = tidings.schedule();
        int stalled = SlowReadersSettings.part(repeat, Stage.STALLED);
        return watch.ledger().letGoAfter(schedule.beginNanos(stalled), schedule.beginNanos(stalled + 1)).stream()
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
        int reading = SlowReadersSettings.part(repeat, Stage.READING);
        int stalled = SlowReadersSettings.part(repeat, Stage.STALLED);
        Ledger ledger = watch.ledger();
        return new Memory(
                living.get(2 * repeat) / MEGA,
                living.get(2 * repeat + 1) / MEGA,
                ledger.peakHeap(reading) / MEGA,
                ledger.peakHeap(stalled) / MEGA,
                ledger.peakResident(reading) / MEGA,
                ledger.peakResident(stalled) / MEGA);
    }
}
