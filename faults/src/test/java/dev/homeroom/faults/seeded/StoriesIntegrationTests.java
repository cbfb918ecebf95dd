package dev.homeroom.faults.seeded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.faults.Verdict;
import dev.homeroom.faults.report.Table;
import java.io.IOException;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Without a fault in the programs, the trouble in which the checker finds faults leaves nothing to find. */
@DisabledIfSystemProperty(named = "faults.seeded", matches = "false", disabledReason = "not wanted now")
class StoriesIntegrationTests {
    @RegisterExtension
    private static final Playhouse PLAYHOUSE = new Playhouse();

    @ParameterizedTest
    @EnumSource
    void findsNothingWhereNothingIsWrong(Story story) throws IOException, InterruptedException {
        Verdict verdict = PLAYHOUSE.play(story);

        assertThat(verdict.findings().isClean()).as(Table.of(verdict)).isTrue();
    }
}
