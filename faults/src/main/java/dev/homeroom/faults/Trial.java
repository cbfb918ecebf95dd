package dev.homeroom.faults;

import dev.homeroom.faults.check.Checker;
import dev.homeroom.faults.check.Count;
import dev.homeroom.faults.check.Findings;
import dev.homeroom.faults.check.Heap;
import dev.homeroom.faults.check.Log;
import dev.homeroom.faults.check.Tally;
import dev.homeroom.faults.crowd.Crowd;
import dev.homeroom.faults.crowd.CrowdSettings;
import dev.homeroom.faults.crowd.School;
import dev.homeroom.faults.deployment.Deployment;
import dev.homeroom.faults.deployment.Part;
import dev.homeroom.faults.deployment.Program;
import dev.homeroom.faults.mischief.Mischief;
import dev.homeroom.faults.mischief.Performance;
import dev.homeroom.faults.mischief.Plan;
import dev.homeroom.faults.mischief.Poison;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One trial: people who chat in a deployment, trouble, quiet, and the reckoning. Its steps are called in this order, by one thread:
 * {@link #start}, {@link #trouble} as often as wanted, {@link #settle}, {@link #reckon}.
 */
public final class Trial implements AutoCloseable {
    private static final Duration POISON_EVERY = Duration.ofSeconds(2);
    /** More than an edge may remember of its partitions, and an archiver of its batches, together with a margin. */
    private static final long MAX_GROWTH_BYTES = 128 << 20;

    private final Deployment deployment;
    private final School school;
    private final Crowd crowd;
    private final Waits waits;
    private final Consumer<String> tell;
    private final Poison poison;
    private final Findings findings = new Findings();
    private final Log log = new Log();
    private final Map<Mischief, Integer> done = new EnumMap<>(Mischief.class);
    private final Map<String, Long> heapsBefore;
    private boolean hung;

    private Trial(
            Deployment deployment,
            School school,
            Crowd crowd,
            Poison poison,
            Map<String, Long> heapsBefore,
            Waits waits,
            Consumer<String> tell) {
        this.deployment = deployment;
        this.school = school;
        this.crowd = crowd;
        this.poison = poison;
        this.heapsBefore = heapsBefore;
        this.waits = waits;
        this.tell = tell;
    }

    /**
     * Lets the people in, who begin to write, and to lose their connections.
     *
     * @param node the folder of the Node program
     * @param folder for the diary
     * @throws IOException if not all of them get in
     */
    public static Trial start(
            Deployment deployment, CrowdSettings settings, Waits waits, Path node, Path folder, Consumer<String> tell)
            throws IOException, InterruptedException {
        School school = School.found(deployment.api(), settings);
        Map<String, Long> heaps = heaps(deployment);
        Crowd crowd = Crowd.start(node, folder, deployment.edges(), school, settings);
        if (!crowd.awaitSettled(waits.healing())) {
            crowd.close();
            throw new IOException("only " + crowd.standing() + " of " + crowd.size() + " got in; see " + folder);
        }
        crowd.tell(Crowd.Command.BEGIN);
        Poison poison = Poison.start(deployment.kafka(), school.rooms(), POISON_EVERY, new Random(settings.seed()));
        return new Trial(deployment, school, crowd, poison, heaps, waits, tell);
    }

    /** What the clients are to do besides. */
    public void tell(Crowd.Command command) throws IOException {
        crowd.tell(command);
        hung |= command == Crowd.Command.HANG;
    }

    /** Carries out the plan, for at least so long. */
    public void trouble(Plan plan, Duration time) throws InterruptedException {
        Performance performance = new Performance(deployment, tell);
        performance.run(plan, time);
        performance.failures().forEach(failure -> findings.add(Count.DIED, failure));
        performance.done().forEach((mischief, times) -> done.merge(mischief, times, Integer::sum));
    }

    /** Nobody writes until they are told to begin again, and all that was written has been acknowledged. */
    public void pause() throws IOException, InterruptedException {
        crowd.tell(Crowd.Command.CALM);
        awaitCalm();
    }

    /** Keeps what the log has so far, as before a topic is re-created. */
    public void readLog() throws InterruptedException {
        log.read(deployment.kafka(), school.rooms());
    }

    /** Waits until everything is well again and everybody has said what they had to say. */
    public void settle() throws IOException, InterruptedException {
        poison.close();
        tell.accept("Healing");
        if (!deployment.awaitHealth(waits.healing())) {
            deployment
                    .programs()
                    .filter(program -> !program.isHealthy())
                    .forEach(program -> findings.add(Count.DIED, program.name() + " did not become well again"));
        }
        pause();
        crowd.tell(Crowd.Command.WRITE);
        awaitCalm();
        tell.accept("Waiting until lists of who is present must be true");
        TimeUnit.MILLISECONDS.sleep(waits.presence().toMillis());
        awaitCalm();
    }

    private void awaitCalm() throws InterruptedException {
        if (!crowd.awaitCalm(waits.healing())) {
            int outside = crowd.size() - crowd.standing().settled();
            int kept = crowd.standing().unacknowledged();
            if (outside > 0) {
                findings.add(Count.NOT_SETTLED, outside + " clients");
            }
            if (kept > 0) {
                findings.add(Count.NOT_ACKNOWLEDGED, kept + " messages");
            }
        }
    }

    /** Counts. */
    public Verdict reckon() throws IOException, InterruptedException {
        deployment.parts().stream()
                .filter(part -> !part.isAlive())
                .map(Part::name)
                .forEach(name -> findings.add(Count.DIED, name));
        weigh();
        Path diary = crowd.end();
        TimeUnit.MILLISECONDS.sleep(waits.leaving().toMillis());
        tell.accept("Reading the log, the transcripts and the diary");
        readLog();
        List<String> accounts =
                school.students().stream().map(School.Student::account).toList();
        Tally tally =
                new Checker(log, findings, waits.healing()).check(diary, accounts, school.teacher(), school.rooms());
        return new Verdict(findings, judged(), tally, done);
    }

    private Set<Count> judged() {
        Set<Count> judged = EnumSet.allOf(Count.class);
        if (!hung) {
            judged.remove(Count.NOT_LET_GO);
        }
        return judged;
    }

    private void weigh() throws IOException {
        heaps(deployment).forEach((name, bytes) -> {
            long growth = bytes - heapsBefore.getOrDefault(name, 0L);
            tell.accept("%s holds %d MB, %+d MB".formatted(name, bytes >> 20, growth >> 20));
            if (growth > MAX_GROWTH_BYTES) {
                findings.add(Count.MEMORY, name + " grew by " + (growth >> 20) + " MB");
            }
        });
    }

    private static Map<String, Long> heaps(Deployment deployment) throws IOException {
        Map<String, Long> heaps = new HashMap<>();
        for (Program program : deployment.programs().toList()) {
            for (long pid : program.pids().toArray()) {
                Heap.living(pid).ifPresent(bytes -> heaps.put(program.name(), bytes));
            }
        }
        return heaps;
    }

    @Override
    public void close() {
        poison.close();
        crowd.close();
    }
}
