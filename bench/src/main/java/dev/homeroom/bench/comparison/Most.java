package dev.homeroom.bench.comparison;

/**
 * The most that one contender held: everything delivered, once, in order, and no more than one in a hundred later than a second.
 *
 * @param deliveriesPerSecond 0 if it held not even the first
 * @param messagesPerSecond of which they were
 * @param failedAt the lowest rate that it did not hold, in messages a second; 0 if it held all that were tried
 * @param generatorIsLimit whether the load generator may have been the limit there
 */
public record Most(
        String contender, double deliveriesPerSecond, int messagesPerSecond, int failedAt, boolean generatorIsLimit) {}
