package dev.homeroom.bench.crowd;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits until all that was said has arrived, or until nothing has come for a while. */
public final class Settling {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    private Settling() {}

    /**
     * @param look how far it has got, in a form that can be compared
     * @param patience how long nothing may come
     */
    public static <T> void await(Supplier<T> look, Predicate<T> isComplete, Duration patience) {
        T last = look.get();
        long since = System.nanoTime();
        while (!isComplete.test(last) && System.nanoTime() - since < patience.toNanos()) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            T now = look.get();
            since = now.equals(last) ? since : System.nanoTime();
            last = now;
        }
    }
}
