package dev.homeroom.bench.slowreaders;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StallTests {
    private final Stall stall = new Stall();

    @Test
    void isBackWithTheFirstMessageThatWasDueAfterReadingAgain() {
        stall.heard(90, 95);
        stall.readAgain(100);
        stall.heard(80, 110);
        stall.heard(100, 120);
        stall.heard(101, 130);
        stall.heard(102, 140);
        assertThat(stall.backAfterNanos()).isEqualTo(30);
    }

    @Test
    void isNotBackWhileWhatWasMissedComes() {
        stall.readAgain(100);
        stall.heard(80, 110);
        assertThat(stall.backAfterNanos()).isNegative();
    }

    @Test
    void keepsTheFirstWordOfItsEnd() {
        assertThat(stall.end()).isNull();
        stall.ended("closed by the server with 1013");
        stall.ended("refused");
        assertThat(stall.end()).isEqualTo("closed by the server with 1013");
    }
}
