package dev.homeroom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {
    private static final Position POSITION = new Position(UUID.randomUUID(), 11, 1L << 40);

    @Test
    void readsBackWhatItWrote() {
        assertThat(Cursor.parse(new Cursor(POSITION).text())).contains(new Cursor(POSITION));
    }

    @Test
    void standsBeforeTheFirstRecordToo() {
        Cursor start = new Cursor(POSITION.withOffset(-1));
        assertThat(Cursor.parse(start.text())).contains(start);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "../../etc/passwd", "////////////////////////////////////////", "\u0000"})
    void refusesWhatNoHomeroomMade(String text) {
        assertThat(Cursor.parse(text)).isEmpty();
    }

    @Test
    void refusesImpossiblePositions() {
        String text = new Cursor(POSITION).text();
        assertThat(Cursor.parse("B" + text.substring(1))).isEmpty();
        assertThat(Cursor.parse(text.substring(0, 22) + "____" + text.substring(26)))
                .isEmpty();
    }

    @Test
    void tellsARecreatedTopicFromTheOldOne() {
        assertThat(POSITION.comparableWith(POSITION.withOffset(3))).isTrue();
        assertThat(POSITION.comparableWith(new Position(UUID.randomUUID(), 11, 3)))
                .isFalse();
    }
}
