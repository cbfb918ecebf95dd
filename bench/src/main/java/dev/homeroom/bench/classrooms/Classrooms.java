package dev.homeroom.bench.classrooms;

import dev.homeroom.bench.check.Archive;
import dev.homeroom.bench.check.ArchiveWatch;
import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.crowd.Account;
import dev.homeroom.bench.crowd.Crowd;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.crowd.Rotation;
import dev.homeroom.bench.crowd.Venue;
import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.measure.Meter;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.pace.Pacer;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.report.Outcome;
import dev.homeroom.bench.verdict.Tidings;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scene of many classes at once: everybody enters, the rooms talk at a steady rate, and when the last message is said the
 * transcripts are compared with what was heard.
 */
public final class Classrooms {
    private static final String SCENE = "classrooms";

    private final ClassroomsSettings settings;
    private final Schedule schedule;
    private final Rotation rotation;
    private final Consumer<String> progress;

    /** @param progress told what goes on, line by line */
    public Classrooms(ClassroomsSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.schedule = settings.schedule();
        this.rotation = settings.rotation();
        this.progress = progress;
    }

    /** @param archive null where the server keeps none */
    public Outcome play(Venue venue, @Nullable Archive archive, ServerProcesses server)
            throws EntryFailedException, IOException {
        progress.accept("Letting in " + rotation.seats() + " people");
        try (Crowd crowd = Crowd.open(venue, rotation, schedule, settings.threads(), settings.textLength())) {
            return play(crowd, archive, server);
        }
    }

    private Outcome play(Crowd crowd, @Nullable Archive archive, ServerProcesses server) {
        progress.accept("Warming up for " + schedule.warmUp().toSeconds() + " s");
        Clock clock = crowd.begin();
        CompletableFuture<Latencies> sending = Pacer.start(schedule, clock, crowd::say);
        clock.await(schedule.warmUp().toNanos());
        Meter meter = Meter.start(server, crowd::cpuTimes);
        progress.accept("Measuring for " + schedule.measured().toSeconds() + " s");
        Latencies lateness = sending.join();
        crowd.settle(settings.patience());
        Meter.Costs costs = meter.stop();
        Tidings tidings = new Tidings(SCENE, settings, schedule, rotation, crowd.account(), lateness, costs);
        return archive == null ? tidings.outcome() : tidings.outcome(readArchive(archive, tidings.account(), clock));
    }

    private Tidings.Archived readArchive(Archive archive, Account account, Clock clock) {
        progress.accept("Waiting for the transcripts");
        ArchiveWatch watch = new ArchiveWatch(archive, clock::nanos);
        List<List<Heard>> heard =
                IntStream.range(0, rotation.rooms()).mapToObj(account::heardIn).toList();
        Optional<Long> complete = watch.awaitComplete(heard);
        progress.accept("Reading the transcripts");
        return new Tidings.Archived(complete, watch.transcripts(rotation.rooms()));
    }
}
