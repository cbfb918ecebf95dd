package dev.homeroom.faults;

import dev.homeroom.faults.check.Findings;
import dev.homeroom.faults.check.Tally;
import dev.homeroom.faults.mischief.Mischief;
import java.util.Map;

/**
 * What came of a trial.
 *
 * @param findings the promises that were broken
 * @param tally how much happened
 * @param done how often what was done
 */
public record Verdict(Findings findings, Tally tally, Map<Mischief, Integer> done) {
    public Verdict {
        done = Map.copyOf(done);
    }
}
