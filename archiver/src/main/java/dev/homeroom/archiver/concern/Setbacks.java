package dev.homeroom.archiver.concern;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Batches that came to grief. Each is tried a few times and then left aside for a while, so that what comes behind it is read.
 * Known to this archiver alone, and as long as it runs. For one thread.
 */
final class Setbacks {
    private static final int ATTEMPTS = 3;

    private final Map<Long, Setback> batches = new HashMap<>();
    private final Duration aside;

    Setbacks(Duration aside) {
        this.aside = aside;
    }

    private record Setback(int attempts, Instant next) {}

    void failed(long batch) {
        int attempts = batches.containsKey(batch) ? batches.get(batch).attempts() + 1 : 1;
        Instant now = Instant.now();
        batches.put(batch, new Setback(attempts, attempts < ATTEMPTS ? now : now.plus(aside)));
    }

    void succeeded(long batch) {
        batches.remove(batch);
    }

    /** Those whose turn has not come again. */
    Set<Long> aside() {
        Instant now = Instant.now();
        return batches.entrySet().stream()
                .filter(each -> each.getValue().next().isAfter(now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
