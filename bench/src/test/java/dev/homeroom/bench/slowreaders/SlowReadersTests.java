package dev.homeroom.bench.slowreaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.check.Stamp;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.report.SlowReadersOutcome;
import dev.homeroom.bench.tiny.TinyServer;
import dev.homeroom.bench.tiny.TinyServer.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The scene as it is played, on a server that lets go whom it is told to. */
class SlowReadersTests {
    private static final int ROOMS = 2;
    private static final int MEMBERS = 4;
    private static final int SLOW = 2;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration STALL = Duration.ofMillis(500);
    private static final SlowReadersSettings SETTINGS = new SlowReadersSettings(
            ROOMS,
            MEMBERS,
            25,
            300,
            Duration.ofMillis(500),
            PAUSE,
            STALL,
            Duration.ofSeconds(1),
            1,
            Duration.ofSeconds(1),
            80,
            16 * 1024,
            1);
    private static final Script SCRIPT = new Script(SETTINGS);
    private static final Fault PATIENT = (_, packets) -> packets;

    /** When a slow one has not read for a while. */
    private static final long TOO_LONG =
            SCRIPT.schedule().beginNanos(SCRIPT.stretch(0, Stage.STALLED).first()) + STALL.toNanos() / 4;

    private static final Fault STRICT = (receiver, packets) -> receiver >= MEMBERS
                    && due(packets.getLast()) > TOO_LONG
                    && due(packets.getLast()) < TOO_LONG + STALL.toNanos() / 2
            ? TinyServer.LET_GO
            : packets;

    @Test
    void findsThatTheSlowOnesWereLetGoAndCameBackWhole() throws Exception {
        try (TinyServer server = new TinyServer(STRICT)) {
            SlowReadersOutcome outcome = play(server);
            assertThat(outcome.slow()).isEqualTo(SLOW);
            assertThat(outcome.notLetGo()).isZero();
            assertThat(outcome.repeats().getFirst().clientsWords())
                    .isEqualTo(Map.of("ended by the server without a word", (long) SLOW));
            assertThat(outcome.repeats().getFirst().backAfter()).hasSize(SLOW);
            assertThat(outcome.returns()).isEqualTo(new SlowReadersOutcome.Returns(Findings.NONE, 0, 0));
            assertThat(outcome.isGood()).isTrue();
        }
    }

    @Test
    void findsWhatTheyWereNotToldAfterwards() throws Exception {
        try (TinyServer server = new TinyServer(STRICT)) {
            server.skipInReplays(1);
            SlowReadersOutcome outcome = play(server);
            assertThat(outcome.returns().findings()).isEqualTo(new Findings(SLOW, 0, 0));
            assertThat(outcome.others().deliveries().findings()).isEqualTo(Findings.NONE);
            assertThat(outcome.isGood()).isFalse();
        }
    }

    @Test
    void findsThatNobodyWasLetGo() throws Exception {
        try (TinyServer server = new TinyServer(PATIENT)) {
            SlowReadersOutcome outcome = play(server);
            assertThat(outcome.notLetGo()).isEqualTo(SLOW);
            assertThat(outcome.returns().findings()).isEqualTo(Findings.NONE);
            assertThat(outcome.isGood()).isFalse();
        }
    }

    private static long due(String packet) {
        return Objects.requireNonNull(Stamp.find(packet)).dueNanos();
    }

    private static SlowReadersOutcome play(TinyServer server) throws Exception {
        return new SlowReaders(SETTINGS, _ -> {}).play(server, new ServerProcesses(Map.of()));
    }
}
