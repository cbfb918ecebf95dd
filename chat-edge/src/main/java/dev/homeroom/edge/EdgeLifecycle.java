package dev.homeroom.edge;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.Topics;
import dev.homeroom.edge.chat.LiveGate;
import dev.homeroom.edge.log.CompactedReader;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.LogEnds;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.TopicSetup;
import dev.homeroom.edge.membership.RoomDirectory;
import dev.homeroom.edge.session.SigningKeys;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the live path up and down. Kafka need not be there at the start: a thread tries until it is, and opens the gate
 * once the rooms and the signing keys are known.
 */
@Component
class EdgeLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EdgeLifecycle.class);
    private static final long RETRY_AFTER_MS = 1_000;
    private static final Duration LOG_CHECK = Duration.ofSeconds(5);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(10);

    private final EdgeProperties properties;
    private final KafkaClients clients;
    private final TopicSetup topics;
    private final RoomDirectory rooms;
    private final SigningKeys keys;
    private final LivePathFactory factory;
    private final LiveGate gate;
    private final Drain drain;
    private CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread starter;
    private volatile boolean preparing;

    EdgeLifecycle(
            EdgeProperties properties,
            KafkaClients clients,
            TopicSetup topics,
            RoomDirectory rooms,
            SigningKeys keys,
            LivePathFactory factory,
            LiveGate gate,
            Drain drain) {
        this.properties = properties;
        this.clients = clients;
        this.topics = topics;
        this.rooms = rooms;
        this.keys = keys;
        this.factory = factory;
        this.gate = gate;
        this.drain = drain;
    }

    @Override
    public synchronized void start() {
        stopping = new CountDownLatch(1);
        starter = Thread.ofPlatform().name("edge").daemon().start(this::run);
    }

    @Override
    public synchronized void stop() {
        stopping.countDown();
        Thread running = starter;
        if (running != null) {
            join(running);
        }
        starter = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return starter != null;
    }

    private void run() {
        try {
            for (MessageLog log = prepare(); log != null; log = prepare()) {
                serve(log);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Serves this log until the edge is stopped, or until another log stands in its place. */
    private void serve(MessageLog log) throws InterruptedException {
        EdgeId self = new EdgeId(properties.name() + "-" + UuidCreator.getTimeOrderedEpoch());
        try (CompactedReader reader = CompactedReader.start(
                        "rooms", clients, Map.of(Topics.ROOMS, rooms::accept, Topics.KEYS, keys::accept));
                LivePathFactory.Running running = factory.start(self, log, reader)) {
            gate.expect(running.path());
            var _ = reader.caughtUp().thenRun(() -> gate.open(running.path()));
            if (awaitEndOf(log, running.path().ends())) {
                drain.run();
                gate.shut();
            } else {
                LOG.warn("The room log has been made anew: all clients connect again");
                gate.shut();
                drain.reconnectAll();
            }
        } catch (RuntimeException e) {
            LOG.error("The edge could not serve, and begins again", e);
            gate.shut();
            drain.reconnectAll();
            stopping.await(RETRY_AFTER_MS, TimeUnit.MILLISECONDS);
        }
    }

    /** @return whether it is the edge that ends, and not the log */
    private boolean awaitEndOf(MessageLog log, LogEnds ends) throws InterruptedException {
        while (!stopping.await(LOG_CHECK.toMillis(), TimeUnit.MILLISECONDS)) {
            if (ends.isReplaced(log)) {
                return false;
            }
        }
        return true;
    }

    /** The room log, as soon as Kafka answers; null if the edge is stopped before. */
    private @Nullable MessageLog prepare() throws InterruptedException {
        preparing = true;
        try {
            return awaitLog();
        } finally {
            preparing = false;
        }
    }

    private @Nullable MessageLog awaitLog() throws InterruptedException {
        do {
            try {
                return stopping.getCount() == 0 ? null : topics.prepare();
            } catch (ExecutionException e) {
                LOG.warn("Waiting for Kafka: {}", String.valueOf(e.getCause()));
            } catch (KafkaException e) { // its address cannot be resolved, for instance
                LOG.warn("Waiting for Kafka: {}", e.getMessage());
            }
        } while (!stopping.await(RETRY_AFTER_MS, TimeUnit.MILLISECONDS));
        return null;
    }

    private void join(Thread thread) {
        if (preparing) {
            thread.interrupt(); // it waits for Kafka, and there is nobody to send away
        }
        try {
            thread.join(drain.longest().plus(LONGEST_CLOSING));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
