package dev.homeroom.bench.comparison;

import dev.homeroom.bench.measure.Role;
import dev.homeroom.bench.report.Medians;
import dev.homeroom.bench.report.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * What one contender showed at one rate: medians over the repeats in which it held that.
 *
 * @param deliveriesPerSecond until the last one came
 * @param serverMicros CPU time of what clients are connected to, a delivery
 * @param brokerMicros the same of what joins servers: Kafka, or Redis
 * @param storeMicros the same of what keeps the messages
 * @param p50 from when a message was due until it was delivered, in ms, as the next two
 * @param generatorProcessors how many the load generator kept busy
 * @param good in how many of the repeats everything was taken, delivered, once, in order and in time, and kept where it is kept
 * @param intact in how many of them all that was taken was delivered, once, in order, however late, and kept where it is kept
 * @param suspect in how many of them the load generator may have been the limit
 */
public record Line(
        String contender,
        int messagesPerSecond,
        int repeats,
        double deliveriesPerSecond,
        double serverMicros,
        double brokerMicros,
        double storeMicros,
        double p50,
        double p99,
        double p999,
        double generatorProcessors,
        int good,
        int intact,
        int suspect) {
    /** @param all outcomes of one contender at one rate; where it held none, the figures are of those that were not */
    static Optional<Line> of(String contender, int messagesPerSecond, List<Outcome> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Outcome> held = all.stream().filter(Outcome::isHeld).toList();
        List<Outcome> outcomes = held.isEmpty() ? all : held;
        return Optional.of(new Line(
                contender,
                messagesPerSecond,
                all.size(),
                median(outcomes, outcome -> outcome.deliveries().perSecond()),
                median(outcomes, outcome -> micros(outcome, Role.SERVER)),
                median(outcomes, outcome -> micros(outcome, Role.BROKER)),
                median(outcomes, outcome -> micros(outcome, Role.STORE)),
                median(outcomes, outcome -> outcome.deliveries().latencyMs().p50()),
                median(outcomes, outcome -> outcome.deliveries().latencyMs().p99()),
                median(outcomes, outcome -> outcome.deliveries().latencyMs().p999()),
                median(outcomes, outcome -> outcome.generator().processors()),
                held.size(),
                (int) all.stream().filter(Outcome::isIntact).count(),
                (int) all.stream()
                        .filter(outcome -> outcome.generator().isSuspect())
                        .count()));
    }

    private static double micros(Outcome outcome, Role role) {
        return outcome.server().stream()
                .filter(server -> Role.of(server.name()) == role)
                .mapToDouble(Outcome.Server::microsPerDelivery)
                .sum();
    }

    private static double median(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return Medians.of(outcomes.stream().mapToDouble(figure));
    }

    /** CPU time of the server and of what joins servers, a delivery. */
    public double liveMicros() {
        return serverMicros + brokerMicros;
    }
}
