package dev.homeroom.bench.report;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.measure.Percentiles;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one scene has shown. Counts and latencies are of the measured part; findings, refusals and drops are of the whole run.
 *
 * @param scene its name
 * @param settings it was played with
 * @param transcript null where the server keeps none
 */
public record Outcome(
        String scene,
        Object settings,
        Messages messages,
        Deliveries deliveries,
        Generator generator,
        List<Server> server,
        @Nullable Transcript transcript) {
    /**
     * @param sent in the measured part
     * @param acked of these
     * @param refused how many in the whole run, by code
     * @param unanswered in the whole run
     * @param ackMs from when a message was due until its answer was here
     */
    public record Messages(int sent, int acked, Map<String, Integer> refused, long unanswered, Percentiles ackMs) {}

    /**
     * @param count in the measured part
     * @param perSecond until the last one came
     * @param latencyMs from when a message was due until it was here
     * @param late the share that took longer than a second
     * @param findings what is wrong with them
     * @param strange messages that were none of this load's
     * @param drops connections that ended too early, by reason
     */
    public record Deliveries(
            long count,
            double perSecond,
            Percentiles latencyMs,
            double late,
            Findings findings,
            long strange,
            Map<String, Integer> drops) {
        private static final double FEW = 0.01;

        /** Whether the server could not keep up: more than one in a hundred took longer than a second. */
        public boolean isBehind() {
            return late > FEW;
        }
    }

    /**
     * The load generator itself.
     *
     * @param cpuSeconds in the measured part
     * @param processors that it kept busy
     * @param busiestLoop share of one processor that the busiest reading thread used
     * @param sentLateMs how long after its time a message was handed to the system
     */
    public record Generator(double cpuSeconds, double processors, double busiestLoop, Percentiles sentLateMs) {
        private static final double NEARLY_ALL = 0.85;
        private static final double LATE_MS = 20;

        /** Whether the figures may be those of the generator and not of the server. */
        public boolean isSuspect() {
            return busiestLoop > NEARLY_ALL || sentLateMs.p99() > LATE_MS;
        }
    }

    /**
     * One process that is charged to the server.
     *
     * @param cpuSeconds in the measured part
     * @param microsPerDelivery the same for each delivery
     */
    public record Server(String name, long pid, double cpuSeconds, double microsPerDelivery) {}

    /**
     * @param completeAfterMs how long after the last message was due the transcripts were seen to have it; null if they had it
     *     not within a minute
     * @param findings what they lack, have twice or have in another order than it was delivered
     */
    public record Transcript(@Nullable Double completeAfterMs, Findings findings) {}

    /** Whether all that was said was taken, and delivered once, in order and in time. */
    public boolean isHeld() {
        return isGood() && messages.refused().isEmpty() && deliveries.strange() == 0;
    }

    public boolean isGood() {
        return isIntact() && !deliveries.isBehind();
    }

    /** Whether all that was acknowledged came, once, in order and however late, and is kept where it is kept. */
    public boolean isIntact() {
        boolean transcriptIsGood = transcript == null
                || (transcript.completeAfterMs() != null
                        && transcript.findings().isClean());
        return transcriptIsGood
                && deliveries.findings().isClean()
                && deliveries.drops().isEmpty()
                && messages.unanswered() == 0;
    }
}
