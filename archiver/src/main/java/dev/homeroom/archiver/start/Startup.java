package dev.homeroom.archiver.start;

import dev.homeroom.archiver.kafka.TopicDirectory;
import dev.homeroom.archiver.start.Readiness.Stage;
import dev.homeroom.archiver.start.Schema.UnusableDatabaseException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes through the start in the background, so that the health endpoint answers from the first moment: schema,
 * preparations, topics, workers. Each step is repeated until it succeeds, with growing pauses.
 */
@Component
class Startup implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Startup.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Readiness readiness;
    private final Schema schema;
    private final List<Preparation> preparations;
    private final TopicDirectory topics;
    private final List<Worker> workers;
    private final ApplicationContext context;

    private final BackgroundThread thread = new BackgroundThread("archiver-startup");

    Startup(
            Readiness readiness,
            Schema schema,
            List<Preparation> preparations,
            TopicDirectory topics,
            List<Worker> workers,
            ApplicationContext context) {
        this.readiness = readiness;
        this.schema = schema;
        this.preparations = preparations;
        this.topics = topics;
        this.workers = workers;
        this.context = context;
    }

    @Override
    public void start() {
        thread.start(this::run);
    }

    private void run() {
        try {
            untilItSucceeds("Postgres", schema::migrate);
            untilItSucceeds("Postgres", () -> preparations.forEach(Preparation::prepare));
            readiness.reached(Stage.WAITING_FOR_KAFKA);
            untilItSucceeds("Kafka", topics::createMissing);
            workers.forEach(Worker::start);
            readiness.reached(Stage.RUNNING);
            log.info("The archiver is running.");
        } catch (InterruptedException _) {
            log.info("Stopped before the start was complete.");
        } catch (UnusableDatabaseException e) {
            giveUp(e);
        }
    }

    private void untilItSucceeds(String part, Step step) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!succeeds(part, step)) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
    }

    private boolean succeeds(String part, Step step) throws InterruptedException {
        try {
            step.run();
            return true;
        } catch (InterruptedException | UnusableDatabaseException e) {
            throw e;
        } catch (Exception e) {
            report("Waiting for " + part + ": " + e.getMessage(), e);
            return false;
        }
    }

    /** One line for each new obstacle, not one for each attempt. */
    private void report(String obstacle, Exception e) {
        if (!obstacle.equals(readiness.obstacle())) {
            log.warn(obstacle);
            log.debug("The start does not go on", e);
        }
        readiness.hindered(obstacle);
    }

    private void giveUp(UnusableDatabaseException e) {
        log.error(e.getMessage());
        readiness.hindered(String.valueOf(e.getMessage()));
        Thread.ofPlatform().name("archiver-exit").start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
    }

    @Override
    public void stop() {
        thread.stop();
        workers.forEach(Worker::stop);
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }

    private interface Step {
        void run() throws Exception;
    }
}
