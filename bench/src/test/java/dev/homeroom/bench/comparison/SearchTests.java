package dev.homeroom.bench.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.bench.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTests {
    private final List<Integer> tried = new ArrayList<>();

    /** Holds as much as this, and no more. */
    private Most find(int from, int held) throws Exception {
        return Search.find("one", from, rate -> play(rate, held));
    }

    private Outcome play(int rate, int held) {
        tried.add(rate);
        return Outcomes.with(rate * 30.0, rate <= held ? 0 : 1, 5);
    }

    @Test
    void climbsUntilSomethingIsLostAndGoesHalfwayBackTwice() throws Exception {
        Most most = find(100, 140);
        assertThat(tried).containsExactly(100, 125, 157, 140, 148);
        assertThat(most).isEqualTo(new Most("one", 4_200, 140, 148, false));
    }

    @Test
    void findsNothingWhereTheFirstIsTooMuch() throws Exception {
        assertThat(find(100, 0)).isEqualTo(new Most("one", 0, 0, 100, false));
    }

    @Test
    void endsWhereNothingIsTooMuch() throws Exception {
        Most most = find(100, Integer.MAX_VALUE);
        assertThat(tried).hasSize(20);
        assertThat(most.messagesPerSecond()).isEqualTo(tried.getLast());
        assertThat(most.failedAt()).isZero();
    }
}
