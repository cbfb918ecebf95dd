package dev.homeroom.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StampTests {
    private final Stamp stamp = new Stamp(42, 1_234, 9_876_543_210L);

    @ParameterizedTest
    @ValueSource(ints = {40, 80, 81, 82, 83, 84, 85, 86, 87, 88, 89, 90, 300, 4_000})
    void fillsTextUpAndFindsItselfInIt(int length) {
        String text = stamp.text(length);
        assertThat(text).hasSize(length).isEqualTo(text.strip());
        assertThat(Stamp.find(text)).isEqualTo(stamp);
    }

    @Test
    void isFoundInsideAnEvent() {
        String event = "[\"new_message\",{\"id\":\"0b0f\",\"username\":\"Amy 7\",\"message\":\"" + stamp.text(80)
                + "\",\"cursor\":\"AZ-_\"}]";
        assertThat(Stamp.find(event)).isEqualTo(stamp);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "~~~~", "hello", "~1~2~3", "~1~x~3~", "~1~-2~3~"})
    void isNotFoundInOtherTexts(String text) {
        assertThat(Stamp.find(text)).isNull();
    }
}
