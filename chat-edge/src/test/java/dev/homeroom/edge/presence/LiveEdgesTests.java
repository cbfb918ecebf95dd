package dev.homeroom.edge.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.EdgeId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveEdgesTests {
    private static final Duration EXPIRY = Duration.ofSeconds(7);
    private static final EdgeId A = new EdgeId("a");
    private static final EdgeId C = new EdgeId("c");

    private final LiveEdges edges = new LiveEdges(new EdgeId("b"));

    @Test
    void takesASilentEdgeForDeadOnce() {
        edges.heard(A, 0);
        assertThat(edges.expire(EXPIRY, seconds(7))).isEmpty();
        assertThat(edges.expire(EXPIRY, seconds(8))).containsExactly(A);
        assertThat(edges.expire(EXPIRY, seconds(9))).isEmpty();
    }

    @Test
    void waitsAFullExpiryForAnEdgeThatWasOnlyNamed() {
        edges.named(A, seconds(5));
        edges.named(A, seconds(11));
        assertThat(edges.expire(EXPIRY, seconds(11))).isEmpty();
        assertThat(edges.expire(EXPIRY, seconds(13))).containsExactly(A);
    }

    @Test
    void speaksUnlessAnEdgeWithAnEarlierNameLives() {
        edges.heard(C, 0);
        assertThat(edges.speaks()).isTrue();
        edges.heard(A, seconds(5));
        assertThat(edges.speaks()).isFalse();
        edges.gone(A);
        assertThat(edges.speaks()).isTrue();
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
