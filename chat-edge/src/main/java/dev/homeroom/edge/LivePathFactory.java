package dev.homeroom.edge;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.edge.chat.LivePath;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.fanout.FanoutProperties;
import dev.homeroom.edge.fanout.Herald;
import dev.homeroom.edge.fanout.Pulse;
import dev.homeroom.edge.fanout.Tail;
import dev.homeroom.edge.log.CompactedReader;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.LogEnds;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.SoundRecords;
import dev.homeroom.edge.presence.PresenceProperties;
import dev.homeroom.edge.presence.PresenceWriter;
import dev.homeroom.edge.publish.EventProducer;
import dev.homeroom.edge.publish.PublishProperties;
import dev.homeroom.edge.publish.Publisher;
import dev.homeroom.edge.recovery.Recoveries;
import dev.homeroom.edge.recovery.RecoveryProperties;
import dev.homeroom.edge.recovery.SessionJournal;
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
    private final RecoveryProperties recovery;

    LivePathFactory(
            KafkaClients clients,
            Announcer announcer,
            ScheduledExecutorService timer,
            FanoutProperties fanout,
            PresenceProperties presence,
            PublishProperties publish,
            ResumeProperties resume,
            RecoveryProperties recovery) {
        this.clients = clients;
        this.announcer = announcer;
        this.timer = timer;
        this.fanout = fanout;
        this.presence = presence;
        this.publish = publish;
        this.resume = resume;
        this.recovery = recovery;
    }

    Running start(EdgeId self, MessageLog log, CompactedReader rooms) {
        Producer<byte[], byte[]> producer = EventProducer.create(clients, publish);
        Publisher publisher = new Publisher(producer, log, self);
        PresenceWriter writer = new PresenceWriter(producer, log, self);
        LogEnds ends = new LogEnds(clients, publish.timeout());
        Herald herald = new Herald(publisher, writer);
        SoundRecords sound = new SoundRecords(fanout.maxRecord().toBytes());
        Tail tail = new Tail(clients, fanout, presence, log, sound, ends, self, announcer);
        SessionJournal journal = new SessionJournal(clients, producer, ends, recovery, self, log.sessionPartitions());
        Recoveries recoveries = new Recoveries(journal, log, self, recovery, timer);
        Replayer replayer = new Replayer(clients, resume, log, sound, ends, announcer);
        Pulse pulse = new Pulse(tail, herald, writer);
        tail.start();
        journal.start();
        List<ScheduledFuture<?>> ticks =
                List.of(every(presence.heartbeat(), pulse::beat), every(presence.listInterval(), pulse::tell));
        LivePath path = new LivePath(self, log, publisher, tail, replayer, herald, ends, recoveries, rooms);
        return new Running(path, journal, producer, pulse, ticks);
    }

    /** A live path at work, until it is closed. */
    record Running(
            LivePath path,
            SessionJournal journal,
            Producer<byte[], byte[]> producer,
            Pulse pulse,
            List<ScheduledFuture<?>> ticks)
            implements AutoCloseable {
        @Override
        public void close() {
            ticks.forEach(tick -> tick.cancel(false));
            pulse.stop();
            path.tail().close();
            path.replayer().close();
            journal.close();
            path.ends().close();
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
