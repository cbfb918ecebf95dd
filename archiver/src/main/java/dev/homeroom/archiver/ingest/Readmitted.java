package dev.homeroom.archiver.ingest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What became of records that were to be let in.
 *
 * @param stored how many are in the transcript now
 * @param known how many were there before
 * @param bad how many still cannot be stored, by why
 */
public record Readmitted(long stored, long known, Map<DeadLetterReason, Long> bad) {
    public static final Readmitted NONE = new Readmitted(0, 0, Map.of());

    public Readmitted {
        Map<DeadLetterReason, Long> copy = new EnumMap<>(DeadLetterReason.class);
        copy.putAll(bad);
        bad = Collections.unmodifiableMap(copy);
    }

    static Readmitted of(Written written) {
        Map<DeadLetterReason, Long> bad = new EnumMap<>(DeadLetterReason.class);
        written.poison().forEach(poison -> bad.merge(poison.reason(), 1L, Long::sum));
        return new Readmitted(written.stored().size(), written.known().size(), bad);
    }

    public Readmitted plus(Readmitted other) {
        Map<DeadLetterReason, Long> both = new EnumMap<>(DeadLetterReason.class);
        both.putAll(bad);
        other.bad().forEach((reason, count) -> both.merge(reason, count, Long::sum));
        return new Readmitted(stored + other.stored(), known + other.known(), both);
    }
}
