package dev.homeroom.archiver.start;

import dev.homeroom.archiver.start.Readiness.Stage;
import java.util.Locale;
import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How far the start has come, in the health endpoint. */
@Component("archiver")
class StartHealth implements HealthIndicator {
    private final Readiness readiness;

    StartHealth(Readiness readiness) {
        this.readiness = readiness;
    }

    @Override
    public Health health() {
        Stage stage = readiness.stage();
        Health.Builder health = stage == Stage.RUNNING ? Health.up() : Health.down();
        return health.withDetail("stage", stage.name().toLowerCase(Locale.ROOT))
                .withDetail("obstacle", Objects.requireNonNullElse(readiness.obstacle(), "none"))
                .build();
    }
}
