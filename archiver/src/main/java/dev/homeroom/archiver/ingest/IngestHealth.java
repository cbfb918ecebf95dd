package dev.homeroom.archiver.ingest;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the room log gets into the archive and how many records wait, in the health endpoint. */
@Component("archiverIngest")
class IngestHealth implements HealthIndicator {
    private final IngestWorker worker;
    private final IngestLag lag;
    private final DeadLetters deadLetters;

    IngestHealth(IngestWorker worker, IngestLag lag, DeadLetters deadLetters) {
        this.worker = worker;
        this.lag = lag;
        this.deadLetters = deadLetters;
    }

    @Override
    public Health health() {
        String obstacle = worker.obstacle();
        try {
            Health.Builder health =
                    obstacle == null ? Health.up() : Health.down().withDetail("obstacle", obstacle);
            return health.withDetail("waiting_records", lag.records())
                    .withDetail("dead_letters", deadLetters.count())
                    .build();
        } catch (RuntimeException e) {
            return Health.down()
                    .withDetail("obstacle", String.valueOf(e.getMessage()))
                    .build();
        }
    }
}
