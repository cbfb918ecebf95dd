package dev.homeroom.faults.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts, with a few examples of each. Not thread-safe. */
public final class Findings {
    private static final int EXAMPLES = 5;

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<Count, List<String>> examples = new EnumMap<>(Count.class);

    /** @param example what was found, for whoever looks for the cause */
    public void add(Count count, String example) {
        counts.merge(count, 1L, Long::sum);
        List<String> few = examples.computeIfAbsent(count, _ -> new ArrayList<>());
        if (few.size() < EXAMPLES) {
            few.add(example);
        }
    }

    public long of(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    public List<String> examples(Count count) {
        return List.copyOf(examples.getOrDefault(count, List.of()));
    }

    /** Whether every count is 0. */
    public boolean isClean() {
        return counts.isEmpty();
    }
}
