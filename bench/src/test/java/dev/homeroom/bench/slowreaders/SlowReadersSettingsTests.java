package dev.homeroom.bench.slowreaders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.pace.Schedule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SlowReadersSettingsTests {
    @Test
    void addsTheSlowOnesToThoseWhoRead() {
        assertThat(settings(10, 20, 5).slow()).isEqualTo(10);
        assertThat(settings(10, 20, 5).seats()).isEqualTo(21);
        assertThat(settings(3, 30, 5).slow()).isEqualTo(5);
        assertThat(settings(3, 30, 5).seats()).isEqualTo(32);
    }

    @Test
    void alternatesReadingAndNot() {
        Schedule schedule = settings(1, 20, 5).schedule();
        int reading = SlowReadersSettings.part(1, Stage.READING);
        assertThat(SlowReadersSettings.stage(reading)).isEqualTo(Stage.READING);
        assertThat(SlowReadersSettings.stage(reading + 1)).isEqualTo(Stage.STALLED);
        assertThat(schedule.parts()).hasSize(2 * Stage.values().length);
        assertThat(schedule.parts().get(reading)).isEqualTo(schedule.parts().get(reading + 1));
    }

    private static SlowReadersSettings settings(int rooms, int members, int slow) {
        Duration second = Duration.ofSeconds(1);
        return new SlowReadersSettings(
                rooms, members, slow, 100, second, second, second.multipliedBy(3), second, 2, second, 80, 4096, 1);
    }
}
