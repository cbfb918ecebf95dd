package dev.homeroom.archiver.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the publisher of this archiver; those of others look by themselves. */
@Component
class OutboxSignal {
    private final Semaphore news = new Semaphore(0);

    void send() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** Returns at the next signal, or when the time is over. */
    void await(Duration atMost) throws InterruptedException {
        news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        news.drainPermits();
    }
}
