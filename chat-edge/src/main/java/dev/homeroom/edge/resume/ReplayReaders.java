package dev.homeroom.edge.resume;

import dev.homeroom.edge.log.KafkaClients;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** The few consumers that replays share, each used by one replay at a time; made when first needed. */
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

    ReplayReaders(KafkaClients clients, ResumeProperties properties) {
        this.clients = clients;
        this.properties = properties;
        this.places = new ArrayBlockingQueue<>(properties.readers());
        for (int i = 0; i < properties.readers(); i++) {
            places.add(new Place());
        }
    }

    /** Waits for a consumer and uses it; one whose use failed is closed and not used again. */
    <T> T use(Use<T> use) throws InterruptedException, TimeoutException {
        Place place = places.poll(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
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
