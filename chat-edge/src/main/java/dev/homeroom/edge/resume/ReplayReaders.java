package dev.homeroom.edge.resume;

import dev.homeroom.contract.AccountId;
import dev.homeroom.edge.log.KafkaClients;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The few consumers that replays share, each used by one replay at a time; made when first needed. Whoever asks first is served
 * first, and an account has one at a time, so that one with many sessions takes no more turns than others do.
 */
final class ReplayReaders implements AutoCloseable {
    /** A place in the pool: empty until its consumer is needed. */
    private static final class Place {
        private Optional<Consumer<byte[], byte[]>> consumer = Optional.empty();
    }

    /** What is done with a consumer. */
    interface Use<T> {
        T with(Consumer<byte[], byte[]> consumer);
    }

    private final KafkaClients clients;
    private final ResumeProperties properties;
    private final BlockingQueue<Place> places;
    private final AccountLines lines = new AccountLines();

    ReplayReaders(KafkaClients clients, ResumeProperties properties) {
        this.clients = clients;
        this.properties = properties;
        this.places = new ArrayBlockingQueue<>(properties.readers(), true);
        for (int i = 0; i < properties.readers(); i++) {
            places.add(new Place());
        }
    }

    /**
     * Waits for a consumer and uses it; one whose use failed is closed and not used again.
     *
     * @throws TimeoutException if none has become free in time, which says nothing of what the log holds
     */
    <T> T use(AccountId account, Use<T> use) throws InterruptedException, TimeoutException {
        long deadlineNanos = System.nanoTime() + properties.timeout().toNanos();
        try (AccountLines.Turn _ = lines.await(account, deadlineNanos)) {
            return use(use, deadlineNanos);
        }
    }

    private <T> T use(Use<T> use, long deadlineNanos) throws InterruptedException, TimeoutException {
        Place place = places.poll(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (place == null) {
            throw new TimeoutException("all replay readers are busy");
        }
        try {
            return use.with(open(place));
        } catch (RuntimeException e) {
            close(place);
            throw e;
        } finally {
            places.add(place);
        }
    }

    private Consumer<byte[], byte[]> open(Place place) {
        if (place.consumer.isEmpty()) {
            int timeoutMs = (int) properties.timeout().toMillis();
            place.consumer =
                    Optional.of(clients.consumer(Map.of(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMs)));
        }
        return place.consumer.get();
    }

    private static void close(Place place) {
        place.consumer.ifPresent(Consumer::close);
        place.consumer = Optional.empty();
    }

    @Override
    public void close() {
        places.forEach(ReplayReaders::close);
    }
}
