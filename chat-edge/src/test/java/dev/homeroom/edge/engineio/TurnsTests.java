package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsTests {
    private final Turns turns = new Turns();

    @Test
    void runsWhatATaskBringsAfterTheTask() {
        List<String> order = new ArrayList<>();

        turns.run(() -> {
            turns.run(() -> order.add("brought"));
            order.add("bringing");
        });

        assertThat(order).containsExactly("bringing", "brought");
    }

    @Test
    void neverMakesAThreadWait() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<Thread> ran = new ArrayList<>();
        Thread busy = Thread.ofPlatform()
                .start(() -> turns.run(() -> {
                    running.countDown();
                    awaitQuietly(release);
                }));
        running.await();

        turns.run(() -> ran.add(Thread.currentThread()));

        assertThat(ran).isEmpty();
        release.countDown();
        busy.join();
        assertThat(ran).containsExactly(busy);
    }

    @Test
    void runsOneAtATimeAndLosesNone() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger overlaps = new AtomicInteger();
        int[] count = {0};
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 10_000; i++) {
                threads.execute(() -> turns.run(() -> {
                    overlaps.addAndGet(inside.getAndIncrement());
                    count[0]++;
                    inside.decrementAndGet();
                }));
            }
        }

        assertThat(overlaps).hasValue(0);
        assertThat(count[0]).isEqualTo(10_000);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
