package dev.homeroom.faults.mischief;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.faults.deployment.Kind;
import dev.homeroom.faults.mischief.Targets.Target;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTests {
    private static final Duration TIME = Duration.ofMinutes(10);
    private static final Targets ALL = new Targets(
            List.of(
                    new Target(Kind.KAFKA, "kafka-1"),
                    new Target(Kind.KAFKA, "kafka-2"),
                    new Target(Kind.KAFKA, "kafka-3"),
                    new Target(Kind.POSTGRES, "postgres"),
                    new Target(Kind.EDGE, "edge-1"),
                    new Target(Kind.EDGE, "edge-2")),
            List.of("edge-1 to kafka", "people to edge-1"));

    @Test
    void followsFromItsSeed() {
        assertThat(Plan.of(7, 50, TIME, ALL))
                .isEqualTo(Plan.of(7, 50, TIME, ALL))
                .isNotEqualTo(Plan.of(8, 50, TIME, ALL));
    }

    @Test
    void hitsEverythingInEveryWay() {
        List<Act> acts = Plan.of(7, 200, Duration.ofHours(1), ALL).acts();

        assertThat(acts).extracting(Act::mischief).contains(Mischief.values());
        assertThat(acts)
                .extracting(Act::target)
                .contains("kafka-1", "kafka-2", "kafka-3", "postgres", "edge-1", "edge-2", "edge-1 to kafka");
    }

    @Test
    void keepsItsTimeAndOrder() {
        List<Act> acts = Plan.of(7, 50, TIME, ALL).acts();

        assertThat(acts)
                .hasSizeGreaterThan(40)
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
        assertThat(acts.getLast().at()).isLessThan(TIME);
    }

    @Test
    void takesOneBrokerOutAtATime() {
        List<Act> brokers = Plan.of(7, 300, TIME, ALL).acts().stream()
                .filter(act -> act.target().startsWith("kafka-"))
                .toList();

        assertThat(brokers).hasSizeGreaterThan(5);
        IntStream.range(1, brokers.size())
                .forEach(i -> assertThat(brokers.get(i).at())
                        .isGreaterThan(brokers.get(i - 1).end()));
    }

    @Test
    void hitsNothingButWhatItIsTold() {
        assertThat(Plan.of(7, 50, TIME, ALL.only(Set.of(Kind.EDGE))).acts())
                .isNotEmpty()
                .allMatch(act ->
                        act.target().startsWith("edge-") && !act.mischief().isOfNetwork());
        assertThat(Plan.of(7, 50, TIME, ALL.onlyNetwork()).acts())
                .isNotEmpty()
                .allMatch(act -> act.mischief().isOfNetwork());
    }
}
