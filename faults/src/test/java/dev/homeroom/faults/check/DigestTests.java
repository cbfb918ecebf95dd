package dev.homeroom.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The figures are those of the crowd's program, which is JavaScript. */
class DigestTests {
    @Test
    void isThatOfTheCrowd() {
        assertThat(Digest.of("amy", "hello")).isEqualTo(-823244292);
        assertThat(Digest.of("", "x".repeat(1000))).isEqualTo(-1690864003);
        assertThat(Digest.of("a", "早上好 👩‍🏫")).isEqualTo(-1566880820);
    }
}
