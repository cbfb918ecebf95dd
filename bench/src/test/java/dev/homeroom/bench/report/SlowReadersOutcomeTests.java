package dev.homeroom.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.measure.Percentiles;
import dev.homeroom.bench.report.SlowReadersOutcome.Repeat;
import dev.homeroom.bench.report.SlowReadersOutcome.Returns;
import dev.homeroom.bench.report.SlowReadersOutcome.TypicalSecond;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlowReadersOutcomeTests {
    private static final Returns WHOLE = new Returns(Findings.NONE, 0, 0);

    @Test
    void takesTheMedianOfTheRatiosOfNeighbours() {
        SlowReadersOutcome outcome = outcome(WHOLE, repeat(10, 11, 5), repeat(100, 105, 5), repeat(10, 30, 5));
        assertThat(outcome.ratios().p99()).isCloseTo(1.1, Offset.offset(1e-9));
        assertThat(outcome.ratios().typicalP99()).isCloseTo(1.65, Offset.offset(1e-9));
    }

    @Test
    void findsTheMiddle() {
        assertThat(Medians.of(DoubleStream.of(3, 1, 2))).isEqualTo(2);
        assertThat(Medians.of(DoubleStream.of(4, 1, 2, 3))).isEqualTo(2.5);
        assertThat(Medians.of(DoubleStream.empty())).isNaN();
    }

    @Test
    void isGoodHoweverLongItTook() {
        assertThat(outcome(WHOLE, repeat(1, 1_000, 5)).isGood()).isTrue();
    }

    @Test
    void isNotGoodIfSomebodyWasNotLetGo() {
        SlowReadersOutcome outcome = outcome(WHOLE, repeat(1, 1, 5), repeat(1, 1, 3));
        assertThat(outcome.notLetGo()).isEqualTo(2);
        assertThat(outcome.isGood()).isFalse();
    }

    @Test
    void isNotGoodIfSomebodyDidNotComeBackWhole() {
        assertThat(outcome(new Returns(new Findings(1, 0, 0), 0, 0), repeat(1, 1, 5))
                        .isGood())
                .isFalse();
        assertThat(outcome(new Returns(Findings.NONE, 0, 1), repeat(1, 1, 5)).isGood())
                .isFalse();
    }

    @Test
    void saysSoInTableAndJson() {
        SlowReadersOutcome outcome = outcome(WHOLE, repeat(10, 11, 4));
        assertThat(Table.of(outcome))
                .contains("p99 1.10")
                .contains("5, let go 4")
                .contains("{slow_consumer=4}")
                .contains("9.0 to 9.5 s (2)")
                .contains("NOT GOOD");
        JsonNode json = new JsonMapper().readTree(Json.of(outcome));
        assertThat(json.at("/repeats/0/stalled_ms/p99").asDouble()).isEqualTo(11);
        assertThat(json.at("/ratios/p99").asDouble()).isCloseTo(1.1, Offset.offset(1e-9));
        assertThat(json.at("/not_let_go").asInt()).isEqualTo(1);
        assertThat(json.at("/good").asBoolean(true)).isFalse();
    }

    private static Repeat repeat(double readingP99, double stalledP99, int letGo) {
        return new Repeat(
                percentiles(readingP99),
                percentiles(stalledP99),
                percentiles(readingP99),
                new TypicalSecond(2 * readingP99, 3 * stalledP99),
                letGo,
                Map.of("slow_consumer", (long) letGo),
                List.of(9.0, 9.5),
                Map.of("ended by the server without a word", (long) letGo),
                List.of(1.5),
                null);
    }

    private static Percentiles percentiles(double p99) {
        return new Percentiles(1, 2, p99, p99, p99);
    }

    private static SlowReadersOutcome outcome(Returns returns, Repeat... repeats) {
        Outcome others = new Outcome(
                "slow-readers",
                "",
                new Outcome.Messages(1, 1, Map.of(), 0, percentiles(1)),
                new Outcome.Deliveries(1, 1, percentiles(1), 1, Findings.NONE, 0, Map.of()),
                new Outcome.Generator(1, 1, 0.1, percentiles(1)),
                List.of(),
                null);
        return new SlowReadersOutcome(others, 5, List.of(repeats), returns, null);
    }
}
