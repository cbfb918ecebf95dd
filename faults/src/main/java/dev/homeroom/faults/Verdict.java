package dev.homeroom.faults;

import dev.homeroom.faults.check.Count;
import dev.homeroom.faults.check.Findings;
import dev.homeroom.faults.check.Tally;
import dev.homeroom.faults.mischief.Mischief;
import java.util.Map;
import java.util.Set;

/**
 * What came of a trial.
 *
 * @param findings the promises that were broken
 * @param judged what could have been found, as it was tried
 * @param tally how much happened
 * @param done how often what was done
 */
public record Verdict(Findings findings, Set<Count> judged, Tally tally, Map<Mischief, Integer> done) {
    public Verdict {
        judged = Set.copyOf(judged);
        done = Map.copyOf(done);
    }
}
