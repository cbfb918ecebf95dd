package dev.homeroom.archiver.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class BackgroundThreadTests {
    private final BackgroundThread thread = new BackgroundThread("some-work");
    private final BackgroundHealth health = new BackgroundHealth(List.of(new Worker() {
        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public List<BackgroundThread> threads() {
            return List.of(thread);
        }
    }));

    @AfterEach
    void stop() {
        thread.stop();
    }

    private Status status() {
        return health.health().getStatus();
    }

    @Test
    void goesOnAfterAnErrorAndTellsHealthUntilItSucceeds() {
        AtomicInteger times = new AtomicInteger();
        thread.repeat(Duration.ofMillis(100), "It could not be done", () -> {
            if (times.incrementAndGet() <= 3) {
                throw new StackOverflowError("too deep");
            }
        });
        await().pollInterval(Duration.ofMillis(5)).untilAsserted(() -> {
            assertThat(status()).isEqualTo(Status.DOWN);
            assertThat(health.health().getDetails().get("obstacle"))
                    .asString()
                    .contains("some-work")
                    .contains("too deep");
        });
        await().until(() -> times.get() > 3);
        await().untilAsserted(() -> assertThat(status()).isEqualTo(Status.UP));
    }

    @Test
    void tellsHealthThatItHasDied() {
        thread.start(() -> {
            throw new StackOverflowError("too deep");
        });
        await().untilAsserted(() -> assertThat(status()).isEqualTo(Status.DOWN));
    }

    @Test
    void doesNotCountAFailureThatIsTriedAgain() {
        AtomicInteger times = new AtomicInteger();
        thread.repeat(Duration.ofMillis(1), "It could not be done", () -> {
            times.incrementAndGet();
            throw new IllegalStateException("not yet");
        });
        await().until(() -> times.get() > 3);
        assertThat(status()).isEqualTo(Status.UP);
    }
}
