package dev.homeroom.bench.slowreaders;

import static org.assertj.core.api.Assertions.assertThat;

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

    private static SlowReadersSettings settings(int rooms, int members, int slow) {
        Duration second = Duration.ofSeconds(1);
        return new SlowReadersSettings(
                rooms, members, slow, 100, second, second, second.multipliedBy(3), second, 2, second, 80, 4096, 1);
    }
}
