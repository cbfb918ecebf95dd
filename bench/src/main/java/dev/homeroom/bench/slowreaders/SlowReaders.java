package dev.homeroom.bench.slowreaders;

import dev.homeroom.bench.crowd.Crowd;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.crowd.Venue;
import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.measure.Meter;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.pace.Pacer;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.report.SlowReadersOutcome;
import dev.homeroom.bench.verdict.Judge;
import dev.homeroom.bench.verdict.Tidings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The scene in which some stop reading. Under one steady load, everybody reads for a while, and then the slow ones do not, again
 * and again, so that what else happens on the machine hits both alike.
 */
public final class SlowReaders {
    private static final String SCENE = "slow-readers";

    private final SlowReadersSettings settings;
    private final Script script;
    private final Schedule schedule;
    private final Consumer<String> progress;

    /** @param progress told what goes on, line by line */
    public SlowReaders(SlowReadersSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.script = new Script(settings);
        this.schedule = script.schedule();
        this.progress = progress;
    }

    public SlowReadersOutcome play(Venue venue, ServerProcesses server) throws EntryFailedException, IOException {
        progress.accept("Letting in %d people, and %d who will stop reading"
                .formatted(settings.rotation().seats(), settings.slow()));
        try (Watch watch = Watch.of(server, schedule);
                Crowd crowd =
                        Crowd.open(venue, settings.rotation(), schedule, settings.threads(), settings.textLength());
                Laggards laggards = Laggards.open(venue, settings)) {
            return new Play(crowd, laggards, watch, server).run();
        }
    }

    /** The scene while it is played. */
    private final class Play {
        private final Crowd crowd;
        private final Laggards laggards;
        private final Watch watch;
        private final ServerProcesses server;
        /** Living bytes, at each collection. */
        private final List<Long> living = new ArrayList<>();
        /** Connections that the server had ended, at the beginning of each stall and of what followed. */
        private final List<Map<String, Long>> ended = new ArrayList<>();

        private Play(Crowd crowd, Laggards laggards, Watch watch, ServerProcesses server) {
            this.crowd = crowd;
            this.laggards = laggards;
            this.watch = watch;
            this.server = server;
        }

        SlowReadersOutcome run() {
            progress.accept("Warming up for " + schedule.warmUp().toSeconds() + " s");
            Clock clock = crowd.begin();
            laggards.begin(clock);
            watch.begin(clock);
            CompletableFuture<Latencies> sending = Pacer.start(schedule, clock, crowd::say);
            clock.await(schedule.warmUp().toNanos());
            Meter meter = Meter.start(server, crowd::cpuTimes);
            for (Script.Stretch stretch : script.stretches()) {
                clock.await(schedule.beginNanos(stretch.first()));
                begin(stretch.stage());
            }
            Latencies lateness = sending.join();
            crowd.settle(settings.patience());
            Meter.Costs costs = meter.stop();
            Tidings tidings =
                    new Tidings(SCENE, settings, schedule, settings.rotation(), crowd.account(), lateness, costs);
            Judge judge = new Judge(tidings.account(), settings.rotation());
            laggards.settle(judge, settings.patience());
            living.add(watch.collect());
            return new SlowTidings(settings, script, tidings, laggards, watch, living, ended).outcome(judge);
        }

        private void begin(Stage stage) {
            switch (stage) {
                case BEFORE, BETWEEN -> living.add(watch.collect());
                case READING -> progress.accept("Everybody reads");
                case STALLED -> {
                    progress.accept("The slow ones stop reading");
                    ended.add(watch.ended());
                    laggards.stopReading();
                }
                case AWAY -> {
                    ended.add(watch.ended());
                    living.add(watch.collect());
                }
                case COMING_BACK -> {
                    progress.accept("The slow ones come back");
                    laggards.readOn();
                }
            }
        }
    }
}
