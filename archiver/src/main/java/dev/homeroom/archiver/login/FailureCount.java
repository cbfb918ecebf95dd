package dev.homeroom.archiver.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts failures by key and says how long the next attempt has to wait. Holds a bounded number of keys, the ones that
 * failed last. Any thread may call.
 */
final class FailureCount {
    private static final int MAX_KEYS = 100_000;
    private static final int MAX_DOUBLINGS = 20;

    private final int free;
    private final Duration longestWait;
    private final Duration forgetAfter;
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MAX_KEYS;
        }
    };

    FailureCount(int free, Duration longestWait, Duration forgetAfter) {
        this.free = free;
        this.longestWait = longestWait;
        this.forgetAfter = forgetAfter;
    }

    private record Failures(int count, Instant last) {}

    /** How long an attempt has to wait yet; zero if it need not. */
    synchronized Duration wait(String key, Instant now) {
        Failures known = current(key, now);
        if (known == null || known.count() < free) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, known.last().plus(pause(known.count() - free)));
        return left.isNegative() ? Duration.ZERO : left;
    }

    synchronized void add(String key, Instant now) {
        Failures known = current(key, now);
        failures.put(key, new Failures(known == null ? 1 : known.count() + 1, now));
    }

    /** Undoes one {@link #add}, and nothing of what was added before. */
    synchronized void takeBack(String key) {
        failures.computeIfPresent(
                key, (_, known) -> known.count() == 1 ? null : new Failures(known.count() - 1, known.last()));
    }

    synchronized void clear(String key) {
        failures.remove(key);
    }

    private Duration pause(int beyondFree) {
        Duration pause = Duration.ofSeconds(1L << Math.min(beyondFree, MAX_DOUBLINGS));
        return pause.compareTo(longestWait) > 0 ? longestWait : pause;
    }

    private @Nullable Failures current(String key, Instant now) {
        Failures known = failures.get(key);
        if (known != null && known.last().plus(forgetAfter).isBefore(now)) {
            failures.remove(key);
            return null;
        }
        return known;
    }
}
