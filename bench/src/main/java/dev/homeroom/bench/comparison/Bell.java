package dev.homeroom.bench.comparison;

import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.contender.Stage.Place;
import dev.homeroom.bench.crowd.Settling;
import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.measure.Meter;
import dev.homeroom.bench.measure.Role;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.pace.Pacer;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.report.Medians;
import dev.homeroom.bench.wire.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/**
 * The bell: everybody comes within a few seconds, each when it is their turn, and whether or not those before them are in yet.
 * All have signed in before, as browsers have that were used the same day.
 */
public final class Bell implements Bout {
    private static final double LATE_MS = 20;
    private static final double NEARLY_ALL = 0.85;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** After so long those who have left are gone from the lists of who is present. */
    private static final Duration GONE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Consumer<String> progress;
    private final Map<String, List<Seen>> seen = new LinkedHashMap<>();

    /**
     * How big it is.
     *
     * @param members of each room
     * @param window in which all come, evenly
     * @param repeats how often each contender is started afresh; it rings twice for each, and the second time counts
     */
    public record Settings(int rooms, int members, int repeats, Duration window) {
        int people() {
            return rooms * members;
        }
    }

    /** Once with one contender. */
    private record Seen(
            int in,
            double lastInSeconds,
            double p50,
            double p99,
            double max,
            double server,
            double rest,
            boolean suspect) {}

    public Bell(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "bell";
    }

    @Override
    public int repeats() {
        return settings.repeats();
    }

    @Override
    public void play(String contender, Stage stage, int repeat) throws IOException {
        ring(stage);
        LockSupport.parkNanos(GONE.toNanos());
        Seen now = ring(stage);
        progress.accept("  %,d of %,d in, the last after %.1f s; p50 %.1f ms, p99 %.1f ms"
                .formatted(now.in(), settings.people(), now.lastInSeconds(), now.p50(), now.p99()));
        seen.computeIfAbsent(contender, _ -> new ArrayList<>()).add(now);
    }

    private Seen ring(Stage stage) throws IOException {
        Place place = stage.open(settings.rooms(), settings.members());
        int people = settings.people();
        Schedule schedule = new Schedule(
                (int) Math.ceilDiv(people * 1_000L, settings.window().toMillis()), Duration.ZERO, settings.window());
        List<Arrival> arrivals = new ArrayList<>(people);
        try (Loop loop = Loop.start("arrivals")) {
            Clock clock = Clock.start();
            Meter meter = Meter.start(stage.processes(), () -> List.of(loop.cpuTime()));
            Latencies lateness = Pacer.run(schedule, clock, (person, due) -> {
                if (person < people) {
                    // Neighbours in time are not neighbours in a room.
                    Ticket ticket = place.venue().ticket(person % settings.rooms(), person / settings.rooms());
                    Arrival arrival = new Arrival(ticket.room(), clock, due);
                    arrivals.add(arrival);
                    arrival.connect(loop, ticket);
                }
            });
            Settling.await(() -> countIn(loop, arrivals), in -> in == people, PATIENCE);
            Meter.Costs costs = meter.stop();
            Seen all = loop.ask(() -> reckon(arrivals, costs, lateness));
            loop.ask(() -> {
                arrivals.forEach(Arrival::leave);
                return all;
            });
            return all;
        }
    }

    private static int countIn(Loop loop, List<Arrival> arrivals) {
        return loop.ask(() -> (int) arrivals.stream().filter(Arrival::isIn).count());
    }

    private static Seen reckon(List<Arrival> arrivals, Meter.Costs costs, Latencies lateness) {
        Latencies latencies = new Latencies();
        long last = 0;
        for (Arrival arrival : arrivals) {
            if (arrival.isIn()) {
                latencies.record(arrival.inNanos() - arrival.dueNanos());
                last = Math.max(last, arrival.inNanos());
            }
        }
        return new Seen(
                (int) latencies.count(),
                last / 1e9,
                latencies.percentiles().p50(),
                latencies.percentiles().p99(),
                latencies.percentiles().max(),
                millis(costs, Role.SERVER) / Math.max(1, latencies.count()),
                (millis(costs, Role.BROKER) + millis(costs, Role.STORE)) / Math.max(1, latencies.count()),
                lateness.percentiles().p99() > LATE_MS || costs.share(costs.busiestLoop()) > NEARLY_ALL);
    }

    private static double millis(Meter.Costs costs, Role role) {
        return costs.server().stream()
                .filter(use -> Role.of(use.name()) == role)
                .mapToDouble(use -> use.time().toNanos() / 1e6)
                .sum();
    }

    @Override
    public BellResult result() {
        return new BellResult(
                name(),
                settings,
                seen.entrySet().stream()
                        .map(one -> line(one.getKey(), one.getValue()))
                        .toList());
    }

    private BellResult.Line line(String contender, List<Seen> all) {
        return new BellResult.Line(
                contender,
                all.stream().mapToInt(Seen::in).min().orElse(0),
                median(all, Seen::lastInSeconds),
                median(all, Seen::p50),
                median(all, Seen::p99),
                median(all, Seen::max),
                median(all, Seen::server),
                median(all, Seen::rest),
                all.stream().anyMatch(Seen::suspect));
    }

    private static double median(List<Seen> all, ToDoubleFunction<Seen> figure) {
        return Medians.of(all.stream().mapToDouble(figure));
    }
}
