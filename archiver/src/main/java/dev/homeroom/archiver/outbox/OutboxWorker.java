package dev.homeroom.archiver.outbox;

import dev.homeroom.archiver.start.BackgroundThread;
import dev.homeroom.archiver.start.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The thread that publishes. Whatever fails is tried again, with growing pauses. */
@Component
class OutboxWorker implements Worker {
    private static final Logger log = LoggerFactory.getLogger(OutboxWorker.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final OutboxPublisher publisher;
    private final OutboxSignal signal;
    private final OutboxSettings settings;

    private final BackgroundThread thread = new BackgroundThread("archiver-outbox");

    private boolean isCompared;
    private Instant topicsChecked = Instant.MIN;
    private volatile @Nullable String obstacle;

    OutboxWorker(OutboxPublisher publisher, OutboxSignal signal, OutboxSettings settings) {
        this.publisher = publisher;
        this.signal = signal;
        this.settings = settings;
    }

    @Override
    public void start() {
        thread.start(this::run);
    }

    @Override
    public List<BackgroundThread> threads() {
        return List.of(thread);
    }

    /** Why nothing is published at the moment, or null. */
    @Nullable
    String obstacle() {
        return obstacle;
    }

    private void run() {
        Duration pause = settings.poll();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                pause = publishAll() ? settings.poll() : longer(pause);
                signal.await(pause);
            }
        } catch (InterruptedException _) {
            log.debug("The outbox stops");
        }
    }

    private boolean publishAll() {
        try {
            fillNewTopicsNowAndThen();
            drain();
            if (!isCompared) {
                publisher.publishDifferences();
                isCompared = true;
                drain();
            }
            obstacle = null;
            return true;
        } catch (RuntimeException | Error e) {
            report(String.valueOf(e.getMessage()), e);
            return false;
        }
    }

    private void drain() {
        while (publisher.publishSome()) {
            log.debug("There is more in the outbox");
        }
    }

    private void fillNewTopicsNowAndThen() {
        Instant now = Instant.now();
        if (topicsChecked.isBefore(now.minus(settings.topicCheck()))) {
            publisher.fillNewTopics();
            topicsChecked = now;
        }
    }

    private void report(String problem, Throwable e) {
        if (obstacle == null && !Thread.currentThread().isInterrupted()) {
            log.warn("Nothing can be published for now: {}", problem);
            log.debug("Nothing can be published for now", e);
        }
        obstacle = problem;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }
}
