package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimerWheelTests {
    private final TimerWheel wheel = new TimerWheel(Duration.ofMillis(1));

    @BeforeEach
    void start() {
        wheel.start();
    }

    @AfterEach
    void stop() {
        wheel.stop();
    }

    @Test
    void goesOffOnceAndNeverEarly() {
        AtomicInteger times = new AtomicInteger();
        long start = System.nanoTime();
        AtomicInteger afterMs = new AtomicInteger();

        wheel.timer(() -> {
                    times.incrementAndGet();
                    afterMs.set(
                            (int) Duration.ofNanos(System.nanoTime() - start).toMillis());
                })
                .in(Duration.ofMillis(30));

        await().until(() -> times.get() == 1);
        await().during(Duration.ofMillis(50)).until(() -> times.get() == 1);
        assertThat(afterMs).hasValueGreaterThanOrEqualTo(30);
    }

    @Test
    void goesOffInTheOrderOfTheTimesAlsoBeyondOneTurn() {
        List<String> order = new CopyOnWriteArrayList<>();
        wheel.timer(() -> order.add("after more than a turn")).in(Duration.ofMillis(700));
        wheel.timer(() -> order.add("first")).in(Duration.ofMillis(20));
        wheel.timer(() -> order.add("in the same slot, a turn earlier")).in(Duration.ofMillis(188));

        await().until(() -> order.size() == 3);

        assertThat(order).containsExactly("first", "in the same slot, a turn earlier", "after more than a turn");
    }

    @Test
    void neverGoesOffOnceCancelled() {
        AtomicInteger times = new AtomicInteger();
        TimerWheel.Timer timer = wheel.timer(times::incrementAndGet).in(Duration.ofMillis(300));

        timer.cancel();

        await().during(Duration.ofMillis(500)).until(() -> times.get() == 0);
    }

    @Test
    void startsAnewWhenItIsSetAgain() {
        AtomicInteger times = new AtomicInteger();
        TimerWheel.Timer timer = wheel.timer(times::incrementAndGet).in(Duration.ofMillis(300));

        timer.in(Duration.ofMinutes(1));

        await().during(Duration.ofMillis(500)).until(() -> times.get() == 0);
        timer.in(Duration.ofMillis(1));
        await().until(() -> times.get() == 1);
    }

    @Test
    void goesOnAfterATimerThatFails() {
        AtomicInteger times = new AtomicInteger();
        wheel.timer(() -> {
                    throw new IllegalStateException("as asked");
                })
                .in(Duration.ofMillis(5));
        wheel.timer(times::incrementAndGet).in(Duration.ofMillis(20));

        await().until(() -> times.get() == 1);
    }
}
