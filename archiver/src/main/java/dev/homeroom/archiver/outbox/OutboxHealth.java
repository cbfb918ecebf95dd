package dev.homeroom.archiver.outbox;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether changes of rooms get to Kafka, in the health endpoint. */
@Component("archiverOutbox")
class OutboxHealth implements HealthIndicator {
    private final OutboxWorker worker;
    private final OutboxPublisher publisher;

    OutboxHealth(OutboxWorker worker, OutboxPublisher publisher) {
        this.worker = worker;
        this.publisher = publisher;
    }

    @Override
    public Health health() {
        try {
            return health(worker.obstacle(), publisher.setAside());
        } catch (RuntimeException e) {
            return health(String.valueOf(e.getMessage()), 0);
        }
    }

    private static Health health(@Nullable String obstacle, long setAside) {
        if (obstacle != null) {
            return Health.down().withDetail("obstacle", obstacle).build();
        }
        Health.Builder health = setAside == 0
                ? Health.up()
                : Health.down().withDetail("obstacle", "records are too large for Kafka; the log names them");
        return health.withDetail("set_aside", setAside).build();
    }
}
