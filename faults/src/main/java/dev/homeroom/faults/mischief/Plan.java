package dev.homeroom.faults.mischief;

import dev.homeroom.faults.deployment.Kind;
import dev.homeroom.faults.mischief.Targets.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * A list of acts in the order of their times, which follows from a seed alone.
 *
 * <p>Acts overlap as they may: an edge can be frozen while an archiver is being killed. No part is hit while it still suffers from
 * the last act, and of several brokers only one is out at a time, as a cluster of three promises no more.
 */
public record Plan(List<Act> acts) {
    private static final Duration QUIET_AT_FIRST = Duration.ofSeconds(3);
    private static final int TRIES = 50;

    public Plan {
        acts = List.copyOf(acts);
    }

    /**
     * @param count of acts, or fewer where they have no room
     * @param time within which they begin
     */
    public static Plan of(long seed, int count, Duration time, Targets targets) {
        RandomGenerator random = new Random(seed);
        long spanMs = time.minus(QUIET_AT_FIRST).toMillis();
        List<Act> acts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Duration at = QUIET_AT_FIRST.plusMillis(spanMs * i / count + random.nextLong(Math.max(1, spanMs / count)));
            for (int tries = 0; tries < TRIES; tries++) {
                Act act = act(random, at, targets);
                if (acts.stream().noneMatch(other -> excludes(other, act))) {
                    acts.add(act);
                    break;
                }
            }
        }
        return new Plan(acts);
    }

    private static Act act(RandomGenerator random, Duration at, Targets targets) {
        int parts = targets.parts().size();
        int chosen = random.nextInt(parts + (targets.ways().isEmpty() ? 0 : Math.max(1, parts / 2)));
        if (chosen >= parts) {
            Mischief mischief = random.nextBoolean() ? Mischief.CUT : Mischief.SILENCE;
            String way = targets.ways().get(random.nextInt(targets.ways().size()));
            return new Act(at, mischief, way, between(random, 1_000, 12_000));
        }
        Target part = targets.parts().get(chosen);
        Mischief mischief = switch (random.nextInt(5)) {
            case 0, 1 -> Mischief.KILL;
            case 2, 3 -> Mischief.FREEZE;
            default -> Mischief.RESTART;
        };
        Duration lasting = mischief == Mischief.FREEZE ? frozen(random) : between(random, 100, 6_000);
        return new Act(at, mischief, part.name(), lasting);
    }

    /** Three of four times longer than any session time-out of the deployment, and than edges believe in each other. */
    private static Duration frozen(RandomGenerator random) {
        return random.nextInt(4) == 0 ? between(random, 4_000, 11_000) : between(random, 11_000, 22_000);
    }

    private static Duration between(RandomGenerator random, long fromMs, long toMs) {
        return Duration.ofMillis(random.nextLong(fromMs, toMs));
    }

    /** A part that has been started again needs a while. */
    private static boolean excludes(Act earlier, Act later) {
        boolean isOver = earlier.end().plusSeconds(10).compareTo(later.at()) < 0;
        return !isOver && (earlier.target().equals(later.target()) || (isBroker(earlier) && isBroker(later)));
    }

    private static boolean isBroker(Act act) {
        return act.target().startsWith(Kind.KAFKA.name().toLowerCase(Locale.ROOT));
    }
}
