package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatTests {
    private static final Duration INTERVAL = Duration.ofSeconds(20);

    private static Duration untilNextPing(int answeredAfterSeconds) {
        return Heartbeat.untilNextPing(INTERVAL, Duration.ofSeconds(answeredAfterSeconds));
    }

    @Test
    void pingsAtAnEvenPaceHoweverLongTheAnswersTake() {
        assertThat(untilNextPing(0)).isEqualTo(INTERVAL);
        assertThat(untilNextPing(3)).isEqualTo(INTERVAL.minusSeconds(3));
        assertThat(untilNextPing(9)).isEqualTo(INTERVAL.minusSeconds(9));
    }

    @Test
    void leavesAVerySlowClientHalfAnInterval() {
        assertThat(untilNextPing(15)).isEqualTo(INTERVAL.dividedBy(2));
        assertThat(untilNextPing(60)).isEqualTo(INTERVAL.dividedBy(2));
    }
}
