package dev.homeroom.archiver.start;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the work in the background goes on, in the health endpoint. */
@Component("archiverBackground")
class BackgroundHealth implements HealthIndicator {
    private final List<Worker> workers;

    BackgroundHealth(List<Worker> workers) {
        this.workers = workers;
    }

    @Override
    public Health health() {
        List<String> obstacles = workers.stream()
                .flatMap(worker -> worker.threads().stream())
                .map(BackgroundThread::obstacle)
                .filter(Objects::nonNull)
                .toList();
        return obstacles.isEmpty()
                ? Health.up().build()
                : Health.down()
                        .withDetail("obstacle", String.join("; ", obstacles))
                        .build();
    }
}
