package dev.homeroom.faults.deployment;

import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LocalKafka;
import dev.homeroom.backends.Start;
import java.io.IOException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** A broker of the cluster. */
final class Broker implements Part {
    private final String name;
    private final KafkaSettings settings;
    private @Nullable LocalKafka broker;

    /** @param settings with ports that do not change */
    Broker(String name, KafkaSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Kind kind() {
        return Kind.KAFKA;
    }

    String address() {
        return "127.0.0.1:" + settings.port();
    }

    @Override
    public void start() throws IOException {
        stop();
        if (!(LocalKafka.start(settings) instanceof Start.Started<LocalKafka>(LocalKafka started))) {
            throw new IOException(name + " could not be started; see " + settings.folder());
        }
        broker = started;
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @Override
    public boolean isAlive() {
        return broker != null && broker.isAlive();
    }

    @Override
    public LongStream pids() {
        return broker == null ? LongStream.empty() : LongStream.of(broker.pid());
    }
}
