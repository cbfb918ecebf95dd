package dev.homeroom.edge.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTests {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final RateLimit limit = new RateLimit(10, 3, now::get);

    @Test
    void letsABurstThroughAndThenTheRate() {
        assertThat(taken(5)).isEqualTo(3);
        now.addAndGet(Duration.ofMillis(100).toNanos());
        assertThat(taken(5)).isEqualTo(1);
        now.addAndGet(Duration.ofMillis(250).toNanos());
        assertThat(taken(5)).isEqualTo(2);
    }

    @Test
    void savesUpNoMoreThanABurst() {
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertThat(taken(10)).isEqualTo(3);
    }

    private long taken(int tries) {
        return IntStream.range(0, tries).filter(_ -> limit.tryTake()).count();
    }
}
