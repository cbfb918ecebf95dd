package dev.homeroom.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SearchTests {
    private final List<Integer> tried = new ArrayList<>();

    /** Holds as much as this, and no more. */
    private Most find(int from, int held) {
        return Search.find("one", from, rate -> play(rate, held));
    }

    private Optional<Outcome> play(int rate, int held) {
        tried.add(rate);
        return Optional.of(Outcomes.with(rate * 30.0, rate <= held ? 0 : 1, 5));
    }

    @Test
    void climbsUntilSomethingIsLostTwiceAndGoesHalfwayBackTwice() {
        Most most = find(100, 140);
        assertThat(tried).containsExactly(100, 125, 157, 157, 140, 148, 148);
        assertThat(most).isEqualTo(new Most("one", 4_200, 140, 148, false));
    }

    @Test
    void goesDownWhereTheFirstIsTooMuch() {
        Most most = find(100, 30);
        assertThat(tried).startsWith(100, 100, 50, 50, 25).doesNotContain(0);
        assertThat(most.messagesPerSecond()).isBetween(25, 30);
    }

    @Test
    void findsNothingWhereEverythingIsTooMuch() {
        assertThat(find(100, 0)).isEqualTo(new Most("one", 0, 0, 1, false));
    }

    @Test
    void endsWhereNothingIsTooMuch() {
        Most most = find(100, Integer.MAX_VALUE);
        assertThat(tried).hasSize(21);
        assertThat(most.messagesPerSecond()).isEqualTo(tried.getLast());
        assertThat(most.failedAt()).isZero();
    }

    @Test
    void doesNotHoldWhereNotEverybodyIsLetIn() {
        Most most = Search.find("one", 100, rate -> rate <= 100 ? play(rate, 100) : Optional.empty());
        assertThat(most.messagesPerSecond()).isEqualTo(100);
        assertThat(most.failedAt()).isPositive();
    }

    @Test
    void doesNotHoldWhatItRefuses() {
        Most most = Search.find("one", 100, rate -> Optional.of(Outcomes.refusing(1)));
        assertThat(most.messagesPerSecond()).isZero();
    }

    @Test
    void saysThatTheLoadGeneratorMayBeTheLimitWhereItFailed() {
        Most most = Search.find("one", 100, rate -> Optional.of(Outcomes.of(rate <= 130 ? 0 : 1, 0, rate > 150)));
        assertThat(most.failedAt()).isLessThan(150);
        assertThat(most.generatorIsLimit()).isFalse();

        assertThat(Search.find("one", 100, rate -> Optional.of(Outcomes.of(rate <= 130 ? 0 : 1, 0, rate > 130)))
                        .generatorIsLimit())
                .isTrue();
    }
}
