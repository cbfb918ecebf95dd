package dev.homeroom.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompareTests {
    @Test
    void endsWith0IfHomeroomKeptUp() {
        assertThat(Compare.status(List.of("floor", "homeroom"), true, Set.of("floor")))
                .isZero();
        assertThat(Compare.status(List.of("floor"), false, Set.of())).isZero();
    }

    @Test
    void endsWith1IfItDidNot() {
        assertThat(Compare.status(List.of("homeroom"), false, Set.of())).isEqualTo(1);
        assertThat(Compare.status(List.of("floor", "homeroom"), true, Set.of("homeroom")))
                .isEqualTo(1);
    }

    @Test
    void endsWith2IfNobodyCouldBeCompared() {
        assertThat(Compare.status(List.of("homeroom"), true, Set.of("homeroom")))
                .isEqualTo(2);
    }
}
