package dev.homeroom.faults.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.faults.Verdict;
import dev.homeroom.faults.check.Count;
import dev.homeroom.faults.report.Table;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The checker is proved: real programs with one fault in each, put in by an agent that no release carries, real trouble, and the
 * checker finds it.
 */
@DisabledIfSystemProperty(named = "faults.seeded", matches = "false", disabledReason = "not wanted now")
class SeededFaultsIntegrationTests {
    @RegisterExtension
    private static final Playhouse PLAYHOUSE = new Playhouse();

    @ParameterizedTest
    @EnumSource
    void findsEverySeededFault(SeededFault fault) throws IOException, InterruptedException {
        Verdict verdict = PLAYHOUSE.play(fault);

        assertThat(PLAYHOUSE.saidByPrograms())
                .contains(fault.seams().stream().map(Agent::sign).toArray(String[]::new));
        assertThat(counted(verdict)).as(Table.of(verdict)).containsAnyElementsOf(fault.found());
    }

    private static Set<Count> counted(Verdict verdict) {
        return Arrays.stream(Count.values())
                .filter(count -> verdict.findings().of(count) > 0)
                .collect(Collectors.toSet());
    }
}
