package dev.homeroom.bench.classrooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.crowd.EntryFailedException;
import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.measure.ServerProcesses;
import dev.homeroom.bench.report.Json;
import dev.homeroom.bench.report.Outcome;
import dev.homeroom.bench.report.Table;
import dev.homeroom.bench.tiny.TinyServer;
import dev.homeroom.bench.tiny.TinyServer.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The scene as it is played, on a server of which it is known what it does wrong. */
class ClassroomsTests {
    private static final int ROOMS = 3;
    private static final int MEMBERS = 4;
    private static final int MESSAGES = 300;
    private static final ClassroomsSettings SETTINGS = new ClassroomsSettings(
            ROOMS, MEMBERS, MESSAGES, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(1), 80, 2);
    private static final Fault FLAWLESS = (_, packets) -> packets;

    @Test
    void countsEveryDelivery() throws Exception {
        try (TinyServer server = new TinyServer(FLAWLESS)) {
            Outcome outcome = play(server);
            assertThat(outcome.messages().sent()).isEqualTo(MESSAGES);
            assertThat(outcome.messages().acked()).isEqualTo(MESSAGES);
            assertThat(outcome.deliveries().count()).isEqualTo(MESSAGES * MEMBERS);
            assertThat(outcome.deliveries().latencyMs().p50()).isBetween(0.001, 1_000.0);
            assertThat(outcome.deliveries().findings()).isEqualTo(Findings.NONE);
            assertThat(transcript(outcome).findings()).isEqualTo(Findings.NONE);
            assertThat(transcript(outcome).completeAfterMs()).isPositive();
            assertThat(outcome.isGood()).isTrue();
            assertThat(server.pongs()).isEqualTo(ROOMS * MEMBERS);
        }
    }

    @Test
    void findsALoss() throws Exception {
        assertThat(findings(onceIn(100, packets -> List.of()))).isEqualTo(new Findings(1, 0, 0));
    }

    @Test
    void findsADouble() throws Exception {
        assertThat(findings(onceIn(100, packets -> List.of(packets.getLast(), packets.getLast()))))
                .isEqualTo(new Findings(0, 1, 0));
    }

    @Test
    void findsASwap() throws Exception {
        Fault swap = onceIn(100, _ -> TinyServer.HOLD);
        assertThat(findings((receiver, packets) ->
                        packets.size() == 2 ? packets.reversed() : swap.deliver(receiver, packets)))
                .isEqualTo(new Findings(0, 0, 1));
    }

    @Test
    void saysSoInTableAndJson() throws Exception {
        try (TinyServer server = new TinyServer(onceIn(100, _ -> List.of()))) {
            Outcome outcome = play(server);
            assertThat(Table.of(outcome))
                    .contains("1 lost, 0 doubled, 0 out of order")
                    .contains("NOT GOOD");
            JsonNode json = new JsonMapper().readTree(Json.of(outcome));
            assertThat(json.at("/deliveries/findings/lost").asInt()).isEqualTo(1);
            assertThat(json.at("/settings/messages_per_second").asInt()).isEqualTo(MESSAGES);
            assertThat(json.at("/settings/measured").asInt()).isEqualTo(1);
            assertThat(json.at("/good").asBoolean(true)).isFalse();
        }
    }

    @Test
    void saysWhyNobodyGetsIn() throws IOException {
        InetSocketAddress nowhere;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = new InetSocketAddress(closed.getInetAddress(), closed.getLocalPort());
        }
        Classrooms scene = new Classrooms(SETTINGS, _ -> {});
        assertThatThrownBy(() -> scene.play((_, _) -> new Ticket(nowhere, null, "room"), null, noProcesses()))
                .isInstanceOf(EntryFailedException.class)
                .hasMessageContaining("refused");
    }

    private static Findings findings(Fault fault) throws Exception {
        try (TinyServer server = new TinyServer(fault)) {
            Outcome outcome = play(server);
            assertThat(outcome.isGood()).isFalse();
            assertThat(transcript(outcome).findings()).isEqualTo(Findings.NONE);
            return outcome.deliveries().findings();
        }
    }

    private static Outcome play(TinyServer server) throws Exception {
        return new Classrooms(SETTINGS, _ -> {}).play(server, server, noProcesses());
    }

    private static Outcome.Transcript transcript(Outcome outcome) {
        return Objects.requireNonNull(outcome.transcript());
    }

    private static ServerProcesses noProcesses() {
        return new ServerProcesses(Map.of());
    }

    /** Does something else with the n-th of all deliveries. */
    private static Fault onceIn(int deliveries, UnaryOperator<List<String>> instead) {
        AtomicInteger count = new AtomicInteger();
        return (_, packets) -> count.incrementAndGet() == deliveries ? instead.apply(packets) : packets;
    }
}
