package dev.homeroom.bench.comparison;

import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.crowd.Crowd;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.crowd.Rotation;
import dev.homeroom.bench.measure.Meter;
import dev.homeroom.bench.measure.Role;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.report.Medians;
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
 * People who are in their rooms while nobody says anything: how much more memory is resident in the servers' processes for them,
 * and what they cost.
 *
 * <p>Before memory is looked at first, a few have been in and have left, so that what is loaded once does not count. A heap that
 * grows meanwhile does, be it for garbage.
 */
public final class Lurkers implements Bout {
    private static final int FIRST_ROOMS = 10;

    private final Settings settings;
    private final Consumer<String> progress;
    private final Map<String, List<Seen>> seen = new LinkedHashMap<>();

    /**
     * How big it is.
     *
     * @param members of each room
     * @param settling before memory is looked at
     * @param measured how long CPU time is taken
     */
    public record Settings(int rooms, int members, int repeats, Duration settling, Duration measured) {
        int sockets() {
            return rooms * members;
        }
    }

    /** Once with one contender. */
    private record Seen(double bytesPerSocket, double server, double rest, int drops) {}

    public Lurkers(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "lurkers";
    }

    @Override
    public int repeats() {
        return settings.repeats();
    }

    @Override
    public void play(String contender, Stage stage, int repeat) throws EntryFailedException, IOException {
        open(stage, FIRST_ROOMS).close();
        pause(settings.settling());
        long before = residentBytes(stage);
        try (Crowd crowd = open(stage, settings.rooms())) {
            pause(settings.settling());
            long after = residentBytes(stage);
            Meter meter = Meter.start(stage.processes(), crowd::cpuTimes);
            pause(settings.measured());
            Meter.Costs costs = meter.stop();
            double server = processors(costs, Role.SERVER);
            double rest = processors(costs, Role.BROKER) + processors(costs, Role.STORE);
            int drops = crowd.account().drops().values().stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            Seen now = new Seen((double) (after - before) / settings.sockets(), server, rest, drops);
            progress.accept("  %,d sockets: %,.0f bytes each, %.3f processors, %d dropped"
                    .formatted(settings.sockets(), now.bytesPerSocket(), server + rest, drops));
            seen.computeIfAbsent(contender, _ -> new ArrayList<>()).add(now);
        }
    }

    private static double processors(Meter.Costs costs, Role role) {
        return costs.server().stream()
                .filter(use -> Role.of(use.name()) == role)
                .mapToDouble(use -> costs.share(use.time()))
                .sum();
    }

    private Crowd open(Stage stage, int rooms) throws EntryFailedException, IOException {
        Schedule nothing = new Schedule(1, Duration.ZERO, settings.measured());
        return Crowd.open(
                stage.open(rooms, settings.members()).venue(), new Rotation(rooms, settings.members()), nothing, 1, 80);
    }

    private static long residentBytes(Stage stage) {
        return stage.processes().names().entrySet().stream()
                .filter(process -> Role.of(process.getValue()) == Role.SERVER)
                .mapToLong(process -> ServerProcesses.residentBytes(process.getKey()))
                .sum();
    }

    private static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public LurkersResult result() {
        return new LurkersResult(
                name(),
                settings,
                seen.entrySet().stream()
                        .map(one -> line(one.getKey(), one.getValue()))
                        .toList());
    }

    private static LurkersResult.Line line(String contender, List<Seen> all) {
        return new LurkersResult.Line(
                contender,
                median(all, Seen::bytesPerSocket),
                median(all, Seen::server),
                median(all, Seen::rest),
                all.stream().mapToInt(Seen::drops).sum());
    }

    private static double median(List<Seen> all, ToDoubleFunction<Seen> figure) {
        return Medians.of(all.stream().mapToDouble(figure));
    }
}
