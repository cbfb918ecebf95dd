package dev.homeroom.bench.pace;

import java.util.concurrent.locks.LockSupport;

/** Nanoseconds since the start of a run. */
public record Clock(long startNanos) {
    public static Clock start() {
        return new Clock(System.nanoTime());
    }

    public long nanos() {
        return System.nanoTime() - startNanos;
    }

    /** Waits until then, to some 50 µs. */
    public void await(long nanos) {
        for (long left = nanos - nanos(); left > 0; left = nanos - nanos()) {
            LockSupport.parkNanos(left);
        }
    }
}
