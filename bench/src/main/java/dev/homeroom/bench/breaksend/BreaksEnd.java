package dev.homeroom.bench.breaksend;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.check.RoomCheck;
import dev.homeroom.bench.comparison.Bout;
import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.contender.Stage.Place;
import dev.homeroom.bench.crowd.Crowd;
import dev.homeroom.bench.crowd.Entrance;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.crowd.Rotation;
import dev.homeroom.bench.crowd.Settling;
import dev.homeroom.bench.crowd.Venue;
import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.pace.Pacer;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.verdict.Judge;
import dev.homeroom.bench.wire.Loop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * In each room one person talks on, while all others lose their connections at the same moment, and come back at the same moment
 * some seconds later. Only with those who recover what was missed.
 */
public final class BreaksEnd implements Bout {
    private static final int AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Settings settings;
    private final Consumer<String> progress;
    private final List<BreaksEndResult.Line> lines = new ArrayList<>();

    /**
     * How big it is.
     *
     * @param members of each room who go and come back
     * @param messagesPerSecond of all rooms together
     * @param before all are there
     * @param away all are gone
     * @param after all are back
     */
    public record Settings(
            int rooms,
            int members,
            int repeats,
            int messagesPerSecond,
            Duration before,
            Duration away,
            Duration after) {
        int commuters() {
            return rooms * members;
        }
    }

    public BreaksEnd(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    @Override
    public String name() {
        return "breaks-end";
    }

    @Override
    public int repeats() {
        return settings.repeats();
    }

    @Override
    public boolean isFor(String contender) {
        return contender.startsWith("homeroom");
    }

    @Override
    public void play(String contender, Stage stage, int repeat) throws EntryFailedException, IOException {
        Place place = stage.open(settings.rooms(), settings.members() + 1);
        Schedule schedule = new Schedule(
                settings.messagesPerSecond(), settings.before(), settings.away().plus(settings.after()));
        Rotation speakers = new Rotation(settings.rooms(), 1);
        try (Loop loop = Loop.start("commuters");
                Crowd crowd = Crowd.open(place.venue(), speakers, schedule, 1, 80)) {
            List<Commuter> commuters = letIn(loop, place.venue());
            Clock clock = crowd.begin();
            CompletableFuture<Latencies> sending = Pacer.start(schedule, clock, crowd::say);
            clock.await(settings.before().toNanos());
            each(loop, commuters, Commuter::lose);
            long due = settings.before().plus(settings.away()).toNanos();
            clock.await(due);
            each(loop, commuters, commuter -> commuter.comeBack(clock));
            sending.join();
            crowd.settle(PATIENCE);
            Judge judge = new Judge(crowd.account(), speakers);
            settle(loop, commuters, judge);
            BreaksEndResult.Line line = loop.ask(() -> reckon(contender, commuters, judge, due));
            progress.accept("  %,d of %,d back, the last after %.1f s; %s"
                    .formatted(line.back(), settings.commuters(), line.lastSeconds(), line.findings()));
            lines.add(line);
            each(loop, commuters, Commuter::leave);
        }
    }

    private List<Commuter> letIn(Loop loop, Venue venue) throws EntryFailedException {
        Entrance entrance = new Entrance(AT_ONCE);
        List<Commuter> commuters = new ArrayList<>();
        for (int room = 0; room < settings.rooms(); room++) {
            for (int member = 1; member <= settings.members(); member++) {
                Commuter commuter = new Commuter(room, venue.ticket(room, member), loop, entrance);
                commuters.add(commuter);
                entrance.next();
                loop.execute(commuter::connect);
            }
        }
        entrance.awaitAll();
        return commuters;
    }

    private static void each(Loop loop, List<Commuter> commuters, Consumer<Commuter> action) {
        loop.ask(() -> {
            commuters.forEach(action);
            return commuters;
        });
    }

    private static void settle(Loop loop, List<Commuter> commuters, Judge judge) {
        long expected = commuters.stream()
                .mapToLong(commuter -> judge.acked(commuter.room()).cardinality())
                .sum();
        Settling.await(
                () -> loop.ask(() -> commuters.stream()
                        .mapToInt(commuter -> commuter.heard().size())
                        .sum()),
                heard -> heard >= expected,
                PATIENCE);
    }

    private BreaksEndResult.Line reckon(String contender, List<Commuter> commuters, Judge judge, long dueNanos) {
        List<RoomCheck> checks = judge.checks();
        Latencies latencies = new Latencies();
        commuters.stream()
                .filter(Commuter::isBack)
                .forEach(commuter -> latencies.record(commuter.backNanos() - dueNanos));
        Findings findings = commuters.stream()
                .map(commuter -> checks.get(commuter.room()).judge(commuter.heard()))
                .reduce(Findings.NONE, Findings::plus);
        return new BreaksEndResult.Line(
                contender,
                (int) latencies.count(),
                (int) commuters.stream().filter(Commuter::isRecovered).count(),
                latencies.percentiles().p50(),
                latencies.percentiles().p99(),
                latencies.percentiles().max() / 1e3,
                findings);
    }

    @Override
    public BreaksEndResult result() {
        return new BreaksEndResult(name(), settings, List.copyOf(lines));
    }
}
