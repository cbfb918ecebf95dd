package dev.homeroom.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {
    @Test
    void hasSensibleDefaults() {
        Options options = Options.parse(List.of());

        assertThat(options.time()).isEqualTo(Duration.ofMinutes(3));
        assertThat(options.kills()).isEqualTo(24);
        assertThat(options.brokers()).isEqualTo(3);
        assertThat(options.only()).isEmpty();
    }

    @Test
    void takesWhatItIsTold() {
        Options options = Options.parse(List.of(
                "--minutes",
                "60",
                "--seed",
                "42",
                "--kills",
                "5",
                "--brokers",
                "1",
                "--only",
                "network",
                "--json",
                "out.json"));

        assertThat(options.time()).isEqualTo(Duration.ofHours(1));
        assertThat(options.seed()).isEqualTo(42);
        assertThat(options.kills()).isEqualTo(5);
        assertThat(options.brokers()).isEqualTo(1);
        assertThat(options.only()).contains("network");
        assertThat(options.json()).contains(Path.of("out.json"));
    }

    @ParameterizedTest
    @CsvSource({
        "--hours 1, there is no option --hours",
        "--minutes, --minutes needs a value",
        "--minutes x, '--minutes must be a number above 0, not x'",
        "--minutes 0, '--minutes must be a number above 0, not 0'",
        "--seed -1, '--seed must be a number, not -1'",
        "--brokers 2, '--brokers must be 1 or 3, not 2'",
        "--only web, '--only must be edge, archiver, kafka, postgres or network, not web'",
        "--seed 1 --seed 2, --seed is given twice"
    })
    void saysWhatIsWrong(String words, String message) {
        assertThatThrownBy(() -> Options.parse(Arrays.asList(words.split(" "))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
