package dev.homeroom.standalone;

import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;

/** The Kafka broker, which is started again, where it was, if it ends although nobody stopped it. */
final class Broker implements AutoCloseable {
    private final KafkaSettings settings;
    private final Terminal terminal;
    private LocalKafka kafka;
    private boolean closed;

    private Broker(KafkaSettings settings, Terminal terminal, LocalKafka kafka) {
        this.settings = settings;
        this.terminal = terminal;
        this.kafka = kafka;
    }

    static Broker start(KafkaSettings settings, Terminal terminal) {
        LocalKafka kafka = ServerFailedException.unlessStarted(LocalKafka.start(settings));
        Broker broker = new Broker(settings.withPort(kafka.port()), terminal, kafka);
        broker.watch(kafka);
        return broker;
    }

    synchronized String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public synchronized void close() {
        closed = true;
        kafka.close();
    }

    private void watch(LocalKafka watched) {
        var _ = watched.ended().thenRunAsync(this::revive);
    }

    private void revive() {
        try {
            startAgain();
        } catch (ServerFailedException e) {
            terminal.complain(String.valueOf(e.getMessage()));
            System.exit(1);
        }
    }

    private synchronized void startAgain() {
        if (!closed) {
            terminal.complain("Kafka has ended unexpectedly and is started again");
            kafka = ServerFailedException.unlessStarted(LocalKafka.start(settings));
            watch(kafka);
            terminal.say("Kafka is back");
        }
    }
}
