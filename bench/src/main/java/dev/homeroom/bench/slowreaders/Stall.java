package dev.homeroom.bench.slowreaders;

import org.jspecify.annotations.Nullable;

/**
 * One time that somebody has stopped reading, and what became of it. Changed on one thread.
 */
final class Stall {
    private static final long NEVER = -1;

    private @Nullable String end;
    private long readAgainNanos = NEVER;
    private long backNanos = NEVER;

    /** The first word that the client got of having been let go. */
    void ended(String reason) {
        end = end == null ? reason : end;
    }

    void readAgain(long nanos) {
        readAgainNanos = nanos;
    }

    /** Something was heard that was due then: if it was after they read again, all that they missed has come before it. */
    void heard(long dueNanos, long nanos) {
        if (backNanos == NEVER && readAgainNanos != NEVER && dueNanos > readAgainNanos) {
            backNanos = nanos;
        }
    }

    @Nullable
    String end() {
        return end;
    }

    /** From reading again until nothing was missing any more; negative if that never came. */
    long backAfterNanos() {
        return backNanos == NEVER ? NEVER : backNanos - readAgainNanos;
    }
}
