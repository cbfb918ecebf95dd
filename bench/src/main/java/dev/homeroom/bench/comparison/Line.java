package dev.homeroom.bench.comparison;

import dev.homeroom.bench.contender.Stage;
import dev.homeroom.bench.report.Medians;
import dev.homeroom.bench.report.Outcome;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What one contender showed at one rate: medians over the repeats.
 *
 * @param deliveriesPerSecond until the last one came
 * @param serverMicros CPU time of what clients are connected to, a delivery
 * @param brokerMicros the same of what joins servers: Kafka, or Redis
 * @param otherMicros the same of what keeps the messages
 * @param p50 from when a message was due until it was delivered, in ms, as the next two
 * @param generatorProcessors how many the load generator kept busy
 * @param good in how many of the repeats everything was delivered, once, in order and in time, and kept where it is kept
 * @param suspect in how many of them the load generator may have been the limit
 */
public record Line(
        String contender,
        int messagesPerSecond,
        int repeats,
        double deliveriesPerSecond,
        double serverMicros,
        double brokerMicros,
        double otherMicros,
        double p50,
        double p99,
        double p999,
        double generatorProcessors,
        int good,
        int suspect) {
    private static final Set<String> BROKERS = Set.of("broker", "redis", "redis-server");

    /** @param outcomes of one contender at one rate */
    static Line of(String contender, int messagesPerSecond, List<Outcome> outcomes) {
        return new Line(
                contender,
                messagesPerSecond,
                outcomes.size(),
                median(outcomes, outcome -> outcome.deliveries().perSecond()),
                median(outcomes, outcome -> micros(outcome, Line::isServer)),
                median(outcomes, outcome -> micros(outcome, BROKERS::contains)),
                median(outcomes, outcome -> micros(outcome, name -> !isServer(name) && !BROKERS.contains(name))),
                median(outcomes, outcome -> outcome.deliveries().latencyMs().p50()),
                median(outcomes, outcome -> outcome.deliveries().latencyMs().p99()),
                median(outcomes, outcome -> outcome.deliveries().latencyMs().p999()),
                median(outcomes, outcome -> outcome.generator().processors()),
                (int) outcomes.stream().filter(Outcome::isGood).count(),
                (int) outcomes.stream()
                        .filter(outcome -> outcome.generator().isSuspect())
                        .count());
    }

    private static boolean isServer(String process) {
        return process.startsWith(Stage.SERVER);
    }

    private static double micros(Outcome outcome, Predicate<String> process) {
        return outcome.server().stream()
                .filter(server -> process.test(server.name()))
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
