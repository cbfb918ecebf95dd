package dev.homeroom.archiver.outbox;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether changes of rooms get to Kafka, in the health endpoint. */
@Component("archiverOutbox")
class OutboxHealth implements HealthIndicator {
    private final OutboxWorker worker;

    OutboxHealth(OutboxWorker worker) {
        this.worker = worker;
    }

    @Override
    public Health health() {
        String obstacle = worker.obstacle();
        return obstacle == null
                ? Health.up().build()
                : Health.down().withDetail("obstacle", obstacle).build();
    }
}
