package dev.homeroom.bench.crowd;

import dev.homeroom.bench.measure.Latencies;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.pace.Schedule;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What the connections of one loop have heard. Changed on the loop's thread; only the progress may be read from others. */
final class Tally {
    private final Schedule schedule;
    private final List<Latencies> deliveries;
    private final Latencies answers = new Latencies();
    private final BitSet acked = new BitSet();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> drops = new TreeMap<>();
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicLong acks = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private long strange;
    private long lastNanos;
    private Clock clock = Clock.start();

    Tally(Schedule schedule) {
        this.schedule = schedule;
        this.deliveries = Latencies.forEach(schedule.parts());
    }

    /** Takes the clock by which messages are due. */
    void begin(Clock running) {
        clock = running;
    }

    void delivered(long dueNanos) {
        int part = schedule.partAt(dueNanos);
        if (part >= 0) {
            lastNanos = clock.nanos();
            deliveries.get(part).record(lastNanos - dueNanos);
        }
        increment(delivered);
    }

    /** @param refusal the code; null for an ack */
    void answered(int message, @Nullable String refusal) {
        if (refusal == null) {
            acked.set(message);
            increment(acks);
        } else {
            increment(refused);
            refusals.merge(refusal, 1, Integer::sum);
        }
        long due = schedule.dueNanos(message);
        if (schedule.isMeasured(due)) {
            answers.record(clock.nanos() - due);
        }
    }

    /** One thread writes, so that nothing is lost; others need only see it some time. */
    private static void increment(AtomicLong count) {
        count.lazySet(count.getPlain() + 1);
    }

    /** A message that nobody of this load has sent, or in the wrong room. */
    void strange() {
        strange++;
    }

    void dropped(String reason) {
        drops.merge(reason, 1, Integer::sum);
    }

    Progress progress() {
        return new Progress(acks.get(), refused.get(), delivered.get());
    }

    /** Adds what this loop has heard to what others have. On the loop's thread. */
    void addTo(Account account) {
        account.hear(deliveries);
        account.answers.add(answers);
        account.acked.or(acked);
        refusals.forEach((code, count) -> account.refusals.merge(code, count, Integer::sum));
        drops.forEach((reason, count) -> account.drops.merge(reason, count, Integer::sum));
        account.strange += strange;
        account.lastNanos = Math.max(account.lastNanos, lastNanos);
    }
}
