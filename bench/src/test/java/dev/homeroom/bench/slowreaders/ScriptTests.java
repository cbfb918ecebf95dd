package dev.homeroom.bench.slowreaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.pace.Schedule;
import dev.homeroom.bench.slowreaders.Script.Stretch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ScriptTests {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SHORT = Duration.ofMillis(50);
    private final Script script = new Script(new SlowReadersSettings(
            1, 20, 5, 100, SECOND, SHORT, SECOND.multipliedBy(3), SECOND.multipliedBy(2), 2, SECOND, 80, 4096, 1));

    @Test
    void alternatesReadingAndNot() {
        assertThat(script.stretches().stream().map(Stretch::stage))
                .containsExactly(
                        Stage.BEFORE,
                        Stage.READING,
                        Stage.BETWEEN,
                        Stage.STALLED,
                        Stage.AWAY,
                        Stage.COMING_BACK,
                        Stage.BEFORE,
                        Stage.READING,
                        Stage.BETWEEN,
                        Stage.STALLED,
                        Stage.AWAY,
                        Stage.COMING_BACK);
    }

    @Test
    void cutsLongStagesIntoSeconds() {
        assertThat(script.stretch(0, Stage.BEFORE)).isEqualTo(new Stretch(Stage.BEFORE, 0, 1));
        assertThat(script.stretch(0, Stage.READING)).isEqualTo(new Stretch(Stage.READING, 1, 4));
        assertThat(script.stretch(1, Stage.STALLED)).isEqualTo(new Stretch(Stage.STALLED, 16, 19));
        Schedule schedule = script.schedule();
        assertThat(schedule.parts().subList(0, 3)).containsExactly(SHORT, SECOND, SECOND);
        assertThat(schedule.measured()).isEqualTo(SECOND.multipliedBy(16).plus(SHORT.multipliedBy(6)));
    }
}
