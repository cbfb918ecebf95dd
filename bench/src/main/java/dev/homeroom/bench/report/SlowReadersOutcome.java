package dev.homeroom.bench.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.measure.Percentiles;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What the scene has shown in which some stop reading.
 *
 * @param others those who read all the time, over all parts
 * @param slow how many stop reading, in each repeat
 * @param returns how the slow ones came back, in the whole run
 * @param livingInTheEndMb of the server's heap; null where the server is not watched
 */
public record SlowReadersOutcome(
        Outcome others,
        int slow,
        List<Repeat> repeats,
        Returns returns,
        @Nullable Double livingInTheEndMb) {
    /**
     * One time that the slow ones stopped reading. Latencies are of the others' deliveries.
     *
     * @param readingMs while everybody read
     * @param stalledMs while the slow ones did not
     * @param comingBackMs while the slow ones were told what they had missed
     * @param typicalSecond the same for single seconds
     * @param letGo how many of the slow ones found that their connection had ended
     * @param reasons why the server has ended connections meanwhile; empty where it does not say
     * @param letGoAfter seconds without reading, for each that the server has let go as too slow
     * @param clientsWords what the clients saw of the end when they read again
     * @param backAfter seconds from reading again until nothing was missing, for each who got so far
     * @param memory the server's; null where it is not watched
     */
    public record Repeat(
            Percentiles readingMs,
            Percentiles stalledMs,
            Percentiles comingBackMs,
            TypicalSecond typicalSecond,
            int letGo,
            Map<String, Long> reasons,
            List<Double> letGoAfter,
            Map<String, Long> clientsWords,
            List<Double> backAfter,
            @Nullable Memory memory) {
        double ratio(ToDoubleFunction<Percentiles> percentile) {
            return percentile.applyAsDouble(stalledMs) / percentile.applyAsDouble(readingMs);
        }
    }

    /**
     * The p99 of the others' deliveries in a typical second: the median of those of all seconds, which a moment of noise does not
     * move. In milliseconds.
     *
     * @param readingP99 while everybody read
     * @param stalledP99 while the slow ones did not
     */
    public record TypicalSecond(double readingP99, double stalledP99) {
        double ratio() {
            return stalledP99 / readingP99;
        }
    }

    /**
     * The server's memory in one repeat, in megabytes.
     *
     * @param livingBefore heap after a full collection, before
     * @param livingAfter the same when the slow ones had been let go
     * @param heapReading the most heap in use while everybody read, garbage included
     * @param heapStalled the same while the slow ones did not
     * @param residentReading the most memory that the process held while everybody read
     * @param residentStalled the same while the slow ones did not
     */
    public record Memory(
            double livingBefore,
            double livingAfter,
            double heapReading,
            double heapStalled,
            double residentReading,
            double residentStalled) {}

    /**
     * @param findings what is wrong with what they were told, all connections of each of them taken together
     * @param strange messages that were none of this load's
     * @param startedAnew how often one of them could not be told what it had missed
     */
    public record Returns(Findings findings, long strange, long startedAnew) {
        boolean areWhole() {
            return findings.isClean() && strange == 0 && startedAnew == 0;
        }
    }

    /** How much longer a delivery took while the slow ones did not read. */
    @JsonProperty
    public Ratios ratios() {
        return new Ratios(
                medianRatio(Percentiles::p50),
                medianRatio(Percentiles::p99),
                medianRatio(Percentiles::p999),
                Medians.of(repeats.stream()
                        .mapToDouble(repeat -> repeat.typicalSecond().ratio())));
    }

    private double medianRatio(ToDoubleFunction<Percentiles> percentile) {
        return Medians.of(repeats.stream().mapToDouble(repeat -> repeat.ratio(percentile)));
    }

    /**
     * Stopped to all read: medians over the repeats, each of which compares two neighbours in time.
     *
     * @param typicalP99 of the p99 in a typical second
     */
    public record Ratios(double p50, double p99, double p999, double typicalP99) {}

    /** How many were not let go though they did not read. */
    @JsonProperty
    public long notLetGo() {
        return repeats.stream().mapToLong(repeat -> slow - repeat.letGo()).sum();
    }

    /** Whether every count is right. Times do not matter: they are those of this machine, and of what else it does. */
    public boolean isGood() {
        return others.deliveries().findings().isClean()
                && others.deliveries().drops().isEmpty()
                && others.deliveries().strange() == 0
                && others.messages().unanswered() == 0
                && notLetGo() == 0
                && returns.areWhole();
    }
}
