package dev.homeroom.bench.verdict;

import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.crowd.Account;
import dev.homeroom.bench.crowd.Rotation;
import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.measure.Meter;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.report.Outcome;
import dev.homeroom.bench.report.Outcome.Deliveries;
import dev.homeroom.bench.report.Outcome.Generator;
import dev.homeroom.bench.report.Outcome.Messages;
import dev.homeroom.bench.report.Outcome.Server;
import dev.homeroom.bench.report.Outcome.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is known when the scene is over, and what it comes to.
 *
 * @param scene its name
 * @param settings as they are reported
 * @param lateness of sending
 */
public record Tidings(
        String scene,
        Object settings,
        Schedule schedule,
        Rotation rotation,
        Account account,
        Latencies lateness,
        Meter.Costs costs) {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final double MILLI = 1e6;
    private static final double MICRO = 1e3;

    /**
     * What the archive has.
     *
     * @param completeNanos when it had everything; empty if it never had
     * @param transcripts by room
     */
    public record Archived(Optional<Long> completeNanos, List<Heard> transcripts) {}

    public Outcome outcome() {
        return outcome(judge(List.of()), null);
    }

    public Outcome outcome(Archived archived) {
        Judge.Verdict verdict = judge(archived.transcripts());
        Double completeAfter = archived.completeNanos().map(this::sinceLastDue).orElse(null);
        return outcome(verdict, new Transcript(completeAfter, verdict.transcripts()));
    }

    private Judge.Verdict judge(List<Heard> transcripts) {
        return new Judge(account, rotation).judge(transcripts);
    }

    private Outcome outcome(Judge.Verdict verdict, @Nullable Transcript transcript) {
        return new Outcome(scene, settings, messages(), deliveries(verdict), generator(), server(), transcript);
    }

    private Messages messages() {
        int first = schedule.messages() - schedule.measuredMessages();
        return new Messages(
                schedule.measuredMessages(),
                account.acked().get(first, schedule.messages()).cardinality(),
                account.refusals(),
                schedule.messages() - account.acked().cardinality() - account.refused(),
                account.answers().percentiles());
    }

    private Deliveries deliveries(Judge.Verdict verdict) {
        Latencies latencies = account.deliveries();
        return new Deliveries(
                latencies.count(),
                latencies.count() / measuredSeconds(),
                latencies.percentiles(),
                latencies.shareAbove(SECOND),
                verdict.deliveries(),
                account.strange(),
                account.drops());
    }

    /** Until the last delivery came, if that is later than the end of the measured part. */
    private double measuredSeconds() {
        long planned = schedule.measured().toNanos();
        long taken = account.lastNanos() - schedule.warmUp().toNanos();
        return (double) Math.max(planned, taken) / SECOND;
    }

    private Generator generator() {
        return new Generator(
                seconds(costs.generator()),
                costs.share(costs.generator()),
                costs.share(costs.busiestLoop()),
                lateness.percentiles());
    }

    private List<Server> server() {
        return costs.server().stream().map(this::server).toList();
    }

    private Server server(ServerProcesses.Use use) {
        double micros = use.time().toNanos() / MICRO;
        long deliveries = Math.max(1, account.deliveries().count());
        return new Server(use.name(), use.pid(), seconds(use.time()), micros / deliveries);
    }

    private double sinceLastDue(long nanos) {
        return (nanos - schedule.dueNanos(schedule.messages() - 1)) / MILLI;
    }

    private static double seconds(Duration time) {
        return (double) time.toNanos() / SECOND;
    }
}
