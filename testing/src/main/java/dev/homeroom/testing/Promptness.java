package dev.homeroom.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/**
 * How soon something is promised. A machine that is busy may stand still for longer than that, so the best of a few tries
 * counts: what is late by itself is late each time.
 */
public final class Promptness {
    public static final Duration A_SECOND = Duration.ofSeconds(1);

    private static final int TRIES = 3;

    private Promptness() {}

    /** @param trial answers how long it took; does the whole thing afresh each time */
    public static void within(Duration promised, Supplier<Duration> trial) {
        List<Duration> taken = new ArrayList<>();
        do {
            taken.add(trial.get());
        } while (taken.size() < TRIES && taken.getLast().compareTo(promised) > 0);
        if (taken.getLast().compareTo(promised) > 0) {
            throw new AssertionError("promised within " + promised + ", and took " + taken);
        }
    }

    /** How long it takes from when something is brought about until its effect is seen, however long that is. */
    public static Duration taken(Runnable cause, BooleanSupplier effect) {
        long begun = System.nanoTime();
        cause.run();
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .until(effect::getAsBoolean);
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
