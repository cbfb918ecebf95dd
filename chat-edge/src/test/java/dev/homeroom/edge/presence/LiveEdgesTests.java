package dev.homeroom.edge.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.EdgeId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveEdgesTests {
    private static final PresenceProperties PROPERTIES = new PresenceProperties(
            Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(7), Duration.ofMillis(100));
    private static final EdgeId A = new EdgeId("a");
    private static final EdgeId B = new EdgeId("b");
    private static final EdgeId C = new EdgeId("c");

    private final LiveEdges edges = new LiveEdges(B, PROPERTIES);
    private int heardUntil;

    @Test
    void takesASilentEdgeForDeadOnce() {
        edges.heard(B, 0);
        edges.heard(A, 0);
        hearItselfUntil(7);
        assertThat(edges.expire(seconds(7))).isEmpty();
        hearItselfUntil(9);
        assertThat(edges.expire(seconds(8))).containsExactly(A);
        assertThat(edges.expire(seconds(9))).isEmpty();
    }

    @Test
    void waitsAFullExpiryForAnEdgeThatWasOnlyNamed() {
        hearItselfUntil(5);
        edges.named(A, seconds(5));
        edges.named(A, seconds(11));
        hearItselfUntil(13);
        assertThat(edges.expire(seconds(11))).isEmpty();
        assertThat(edges.expire(seconds(13))).containsExactly(A);
    }

    @Test
    void judgesNobodyWhileItDoesNotHearItself() {
        edges.heard(A, 0);
        assertThat(edges.expire(seconds(100))).isEmpty();
        edges.heard(B, 0);
        assertThat(edges.expire(seconds(100))).isEmpty();
        assertThat(edges.speaks(seconds(100))).isFalse();
    }

    @Test
    void givesEverybodyTheFullTimeOnceItHearsItselfAgain() {
        edges.heard(A, 0);
        assertThat(edges.heard(B, 0)).isFalse();
        assertThat(edges.heard(B, seconds(2))).isFalse();
        assertThat(edges.heard(B, seconds(60))).isTrue();
        heardUntil = 61;
        hearItselfUntil(68);
        assertThat(edges.expire(seconds(67))).isEmpty();
        assertThat(edges.expire(seconds(68))).containsExactly(A);
    }

    @Test
    void speaksUnlessAnEdgeWithAnEarlierNameLives() {
        edges.heard(B, 0);
        edges.heard(C, 0);
        assertThat(edges.speaks(0)).isTrue();
        edges.heard(A, 0);
        assertThat(edges.speaks(0)).isFalse();
        edges.saidGoodbye(A, 0);
        assertThat(edges.speaks(0)).isTrue();
    }

    @Test
    void waitsTheGraceTimeForThePeopleOfAnEdgeThatSaidGoodbye() {
        edges.heard(B, 0);
        edges.heard(A, 0);
        edges.saidGoodbye(A, 0);
        hearItselfUntil(4);
        assertThat(edges.expire(seconds(3))).isEmpty();
        assertThat(edges.expire(seconds(4))).containsExactly(A);
    }

    @Test
    void knowsThatAnEdgeIsBackFromItsListsBeforeItsFirstHeartbeat() {
        edges.heard(B, 0);
        edges.heard(A, 0);
        edges.saidGoodbye(A, 0);
        edges.named(A, seconds(1));
        hearItselfUntil(4);
        assertThat(edges.expire(seconds(4)))
                .as("what the log names may be older")
                .containsExactly(A);
        edges.heard(A, seconds(4));
        edges.saidGoodbye(A, seconds(4));
        edges.wrote(A, seconds(5));
        hearItselfUntil(13);
        assertThat(edges.expire(seconds(12))).isEmpty();
        assertThat(edges.expire(seconds(13))).containsExactly(A);
    }

    private void hearItselfUntil(int until) {
        for (; heardUntil <= until; heardUntil++) {
            edges.heard(B, seconds(heardUntil));
        }
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }
}
