package dev.homeroom.archiver.start;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the tables are there, which is all that the HTTP API needs: it answers while Kafka is away. */
@Component("archiverDatabase")
class DatabaseHealth implements HealthIndicator {
    private final Readiness readiness;

    DatabaseHealth(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public Health health() {
        return (readiness.isDatabaseReady() ? Health.up() : Health.outOfService()).build();
    }
}
