package dev.homeroom.edge.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.Position;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTests {
    private static final UUID TOPIC = UUID.fromString("0b0f7d0e-6a35-4bb2-9a5c-3d1f00000004");

    private final Progress progress = new Progress(TOPIC);

    @Test
    void tokenOfOnePartitionIsTheCursorThatAllShare() {
        progress.advance(at(3, 41));
        assertThat(progress.text()).isEqualTo(new Cursor(at(3, 41)).text());
        assertThat(readBack().in(3)).isEqualTo(OptionalLong.of(41));
    }

    @Test
    void tokenOfSeveralPartitionsTellsOfEach() {
        progress.advance(at(3, 41));
        progress.advance(at(40_000, Long.MAX_VALUE));
        assertThat(progress.isOfOnePartition()).isFalse();
        assertThat(readBack().in(3)).isEqualTo(OptionalLong.of(41));
        assertThat(readBack().in(40_000)).isEqualTo(OptionalLong.of(Long.MAX_VALUE));
        assertThat(readBack().in(4)).isEmpty();
    }

    @Test
    void tokenOfNothingReadsBackAsNothing() {
        assertThat(readBack().in(0)).isEmpty();
    }

    @Test
    void neverGoesBack() {
        progress.advance(at(3, 41));
        progress.advance(at(3, 40));
        assertThat(progress.in(3)).isEqualTo(OptionalLong.of(41));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "Ag", "!", "hello there", "AgsPfQ5qNUuymlw9HwAAAAQAAw", "你好"})
    void readsNothingOutOfWhatNoEdgeMade(String token) {
        assertThat(Progress.parse(token)).isEmpty();
    }

    @Test
    void readsNothingOutOfWhatIsTooLong() {
        assertThat(Progress.parse(Base64.getUrlEncoder().encodeToString(new byte[100_000])))
                .isEmpty();
    }

    private Progress readBack() {
        return Progress.parse(progress.text()).orElseThrow();
    }

    private static Position at(int partition, long offset) {
        return new Position(TOPIC, partition, offset);
    }
}
