package dev.homeroom.bench.comparison;

import dev.homeroom.bench.classrooms.ClassroomsSettings;
import java.time.Duration;
import java.util.List;

/**
 * What is played with each contender.
 *
 * @param rates messages a second, of all rooms together, one after the other
 * @param search from which rate on the most that is held is looked for; 0 for not at all
 * @param repeats how often each contender is started afresh and played with; the search comes with the last one
 * @param warmUp under the load of each rate, before it is measured
 * @param measured at each rate
 * @param patience how long nothing may come before what has not come counts as lost
 * @param textLength of each message, in characters
 * @param threads of the load generator that read
 */
public record Plan(
        Shape shape,
        List<Integer> rates,
        int search,
        int repeats,
        Duration warmUp,
        Duration measured,
        Duration patience,
        int textLength,
        int threads) {
    public Plan {
        rates = List.copyOf(rates);
        if (rates.contains(0) || warmUp.isNegative() || !measured.isPositive()) {
            throw new IllegalArgumentException("a load needs messages and time");
        }
    }

    ClassroomsSettings at(int messagesPerSecond) {
        return settings(messagesPerSecond, warmUp, measured);
    }

    /** A rung of the search: the contender is warm by then. */
    ClassroomsSettings rung(int messagesPerSecond) {
        return settings(messagesPerSecond, warmUp.dividedBy(2), measured.dividedBy(2));
    }

    private ClassroomsSettings settings(int messagesPerSecond, Duration before, Duration during) {
        return new ClassroomsSettings(
                shape.rooms(), shape.members(), messagesPerSecond, before, during, patience, textLength, threads);
    }
}
