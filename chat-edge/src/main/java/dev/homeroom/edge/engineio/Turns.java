package dev.homeroom.edge.engineio;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one at a time, in the order in which they come, on the threads that bring them. A thread that comes while a task
 * runs leaves its own behind and goes on, so that nobody ever waits, whatever locks they hold.
 */
final class Turns {
    private boolean busy;
    private @Nullable ArrayDeque<Runnable> waiting;

    void run(Runnable task) {
        if (enter(task)) {
            for (Runnable next = task; next != null; next = leave()) {
                next.run();
            }
        }
    }

    private synchronized boolean enter(Runnable task) {
        if (busy) {
            if (waiting == null) {
                waiting = new ArrayDeque<>(4);
            }
            waiting.add(task);
            return false;
        }
        busy = true;
        return true;
    }

    private synchronized @Nullable Runnable leave() {
        Runnable next = waiting == null ? null : waiting.poll();
        if (next == null) {
            busy = false;
            waiting = null;
        }
        return next;
    }
}
