package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that keeps the time for all sessions: a hashed wheel of lists, in which setting and cancelling a timer costs the
 * same however many there are. Timers go off late by up to a tick and never early. Their tasks run on the wheel's thread and
 * must be short; what calls into applications belongs on an executor.
 */
final class TimerWheel {
    private static final Logger LOG = LoggerFactory.getLogger(TimerWheel.class);
    private static final int SLOTS = 512;

    private final Timer[] slots = new Timer[SLOTS];
    private final long tickNanos;
    private final long startNanos = System.nanoTime();
    private long tick;
    private @Nullable Thread thread;

    TimerWheel(Duration tick) {
        this.tickNanos = tick.toNanos();
        for (int i = 0; i < SLOTS; i++) {
            slots[i] = new Timer(() -> {});
        }
    }

    synchronized void start() {
        thread = Thread.ofPlatform().daemon().name("engineio-timer").start(this::turn);
    }

    /** Timers that have not gone off never will. */
    synchronized void stop() {
        Thread stopping = thread;
        thread = null;
        LockSupport.unpark(stopping);
    }

    /** A timer that is not set yet. */
    Timer timer(Runnable task) {
        return new Timer(task);
    }

    private void turn() {
        List<Timer> due = new ArrayList<>();
        while (isRunning()) {
            LockSupport.parkNanos(nanosToNextTick());
            collect(due);
            due.forEach(TimerWheel::goOff);
            due.clear();
        }
    }

    private synchronized boolean isRunning() {
        return thread == Thread.currentThread();
    }

    private synchronized long nanosToNextTick() {
        return Math.max(0, startNanos + (tick + 1) * tickNanos - System.nanoTime());
    }

    private synchronized void collect(List<Timer> due) {
        long now = (System.nanoTime() - startNanos) / tickNanos;
        while (tick < now) {
            tick++;
            slots[slot(tick)].collectDue(tick, due);
        }
    }

    private static int slot(long tick) {
        return (int) (tick & (SLOTS - 1));
    }

    private static void goOff(Timer timer) {
        try {
            timer.task.run();
        } catch (RuntimeException e) {
            LOG.error("A timer failed", e);
        }
    }

    /** A task and when it is due; in a slot's ring while it is set. Also the head of a slot's ring. */
    final class Timer implements Timeout {
        private final Runnable task;
        private long dueTick;
        private Timer previous = this;
        private Timer next = this;

        private Timer(Runnable task) {
            this.task = task;
        }

        /** Sets it, or sets it anew. */
        Timer in(Duration delay) {
            long due = System.nanoTime() - startNanos + delay.toNanos();
            synchronized (TimerWheel.this) {
                unlink();
                dueTick = Math.max(tick + 1, Math.ceilDiv(due, tickNanos));
                link(slots[slot(dueTick)]);
            }
            return this;
        }

        @Override
        public void cancel() {
            synchronized (TimerWheel.this) {
                unlink();
            }
        }

        private void collectDue(long now, List<Timer> due) {
            for (Timer timer = next; timer != this; ) {
                Timer following = timer.next;
                if (timer.dueTick <= now) {
                    timer.unlink();
                    due.add(timer);
                }
                timer = following;
            }
        }

        private void link(Timer head) {
            previous = head.previous;
            next = head;
            previous.next = this;
            head.previous = this;
        }

        private void unlink() {
            previous.next = next;
            next.previous = previous;
            previous = this;
            next = this;
        }
    }

    static Duration tickFor(Duration shortest) {
        long nanos = Math.clamp(
                shortest.toNanos() / 100, TimeUnit.MILLISECONDS.toNanos(2), TimeUnit.MILLISECONDS.toNanos(100));
        return Duration.ofNanos(nanos);
    }
}
