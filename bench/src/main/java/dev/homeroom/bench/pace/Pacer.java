package dev.homeroom.bench.pace;

import dev.homeroom.bench.measure.Latencies;
import java.util.concurrent.CompletableFuture;

/** Sends each message of a schedule when it is due; one that is late goes at once. */
public final class Pacer {
    /** Sends one message; must not block. */
    @FunctionalInterface
    public interface Sender {
        void send(int message, long dueNanos);
    }

    private Pacer() {}

    /**
     * Sends all messages, on a thread of its own.
     *
     * @return as {@link #run}
     */
    public static CompletableFuture<Latencies> start(Schedule schedule, Clock clock, Sender sender) {
        return CompletableFuture.supplyAsync(
                () -> run(schedule, clock, sender),
                Thread.ofPlatform().name("pacer").daemon()::start);
    }

    /**
     * Sends all messages, on this thread.
     *
     * @return how long after its time each one was handed to the system: large where the generator is the limit
     */
    public static Latencies run(Schedule schedule, Clock clock, Sender sender) {
        Latencies lateness = new Latencies();
        for (int message = 0; message < schedule.messages(); message++) {
            long due = schedule.dueNanos(message);
            clock.await(due);
            sender.send(message, due);
            if (schedule.isMeasured(due)) {
                lateness.record(clock.nanos() - due);
            }
        }
        return lateness;
    }
}
