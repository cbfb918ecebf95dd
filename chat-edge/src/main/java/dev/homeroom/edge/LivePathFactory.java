package dev.homeroom.edge;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.edge.chat.LivePath;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.fanout.FanoutProperties;
import dev.homeroom.edge.fanout.Pulse;
import dev.homeroom.edge.fanout.Tail;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.presence.PresenceProperties;
import dev.homeroom.edge.presence.PresenceWriter;
import dev.homeroom.edge.publish.EventProducer;
import dev.homeroom.edge.publish.PublishProperties;
import dev.homeroom.edge.publish.Publisher;
import dev.homeroom.edge.resume.Replayer;
import dev.homeroom.edge.resume.ResumeProperties;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts the live path's parts together and takes them apart. */
@Component
class LivePathFactory {
    private static final Logger LOG = LoggerFactory.getLogger(LivePathFactory.class);

    private final KafkaClients clients;
    private final Announcer announcer;
    private final ScheduledExecutorService timer;
    private final FanoutProperties fanout;
    private final PresenceProperties presence;
    private final PublishProperties publish;
    private final ResumeProperties resume;

    LivePathFactory(
            KafkaClients clients,
            Announcer announcer,
            ScheduledExecutorService timer,
            FanoutProperties fanout,
            PresenceProperties presence,
            PublishProperties publish,
            ResumeProperties resume) {
        this.clients = clients;
        this.announcer = announcer;
        this.timer = timer;
        this.fanout = fanout;
        this.presence = presence;
        this.publish = publish;
        this.resume = resume;
    }

    Running start(EdgeId self, MessageLog log) {
        Producer<byte[], byte[]> producer = EventProducer.create(clients, publish);
        Publisher publisher = new Publisher(producer, log, self);
        PresenceWriter writer = new PresenceWriter(producer, log, self);
        Tail tail = new Tail(clients, fanout, log, self, announcer);
        Replayer replayer = new Replayer(clients, resume, log, announcer);
        Pulse pulse = new Pulse(tail, writer, publisher, presence);
        tail.start();
        List<ScheduledFuture<?>> ticks =
                List.of(every(presence.heartbeat(), pulse::beat), every(presence.listInterval(), writer::writeChanged));
        return new Running(new LivePath(self, log, publisher, tail, replayer, writer), producer, ticks);
    }

    /** A live path at work, until it is closed. */
    record Running(LivePath path, Producer<byte[], byte[]> producer, List<ScheduledFuture<?>> ticks)
            implements AutoCloseable {
        @Override
        public void close() {
            ticks.forEach(tick -> tick.cancel(false));
            path.tail().close();
            path.replayer().close();
            producer.close(Duration.ofSeconds(5));
        }
    }

    private ScheduledFuture<?> every(Duration interval, Runnable task) {
        return timer.scheduleWithFixedDelay(
                () -> runSafely(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A task that throws would never run again. */
    private static void runSafely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("A timed task failed", e);
        }
    }
}
