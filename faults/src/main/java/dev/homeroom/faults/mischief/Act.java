package dev.homeroom.faults.mischief;

import java.time.Duration;
import java.util.Locale;

/**
 * One thing that is done.
 *
 * @param at how long after the beginning
 * @param target the name of a part or of a way
 * @param lasting how long until it is made good again
 */
public record Act(Duration at, Mischief mischief, String target, Duration lasting) {
    Duration end() {
        return at.plus(lasting);
    }

    @Override
    public String toString() {
        return "%5.1f s  %-8s %s for %.1f s"
                .formatted(
                        at.toMillis() / 1e3,
                        mischief.name().toLowerCase(Locale.ROOT),
                        target,
                        lasting.toMillis() / 1e3);
    }
}
