package dev.homeroom.edge;

import dev.homeroom.edge.chat.LiveGate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Up once Kafka has been reached and the rooms are known. */
@Component("edge")
class EdgeHealth implements HealthIndicator {
    private final LiveGate gate;

    EdgeHealth(LiveGate gate) {
        this.gate = gate;
    }

    @Override
    public Health health() {
        return gate.current()
                .map(live -> (live.isRunning()
                                ? Health.up()
                                : Health.down()
                                        .withDetail(
                                                "failed", "the room log, the sessions or the rooms are not followed"))
                        .withDetail("edge", live.self().value()))
                .orElseGet(() -> Health.outOfService().withDetail("waitingFor", "Kafka, or the rooms on it"))
                .build();
    }
}
