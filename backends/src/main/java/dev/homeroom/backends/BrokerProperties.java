package dev.homeroom.backends;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The broker's {@code server.properties}: broker and controller in one process, sized for one machine. */
final class BrokerProperties {
    private static final String SMALL_CLEANER_BUFFER_BYTES = Integer.toString(4 << 20);

    private BrokerProperties() {}

    static void write(Path file, KafkaSettings settings) throws IOException {
        Properties properties = new Properties();
        properties.putAll(place(settings, settings.quorum()));
        properties.putAll(sizes());
        properties.putAll(copies(settings.quorum()));
        properties.putAll(absence(settings.quorum()));
        properties.putAll(settings.properties());
        try (Writer writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
    }

    private static Map<String, String> place(KafkaSettings settings, Quorum quorum) {
        String clients = "CLIENTS://127.0.0.1:" + settings.port();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(quorum.node()),
                "controller.quorum.voters",
                quorum.voters(),
                "listeners",
                clients + ",CONTROLLER://127.0.0.1:" + quorum.controllerPort(),
                "advertised.listeners",
                clients,
                "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "CLIENTS",
                "controller.listener.names",
                "CONTROLLER",
                "log.dirs",
                settings.folder().resolve("log").toString());
    }

    private static Map<String, String> sizes() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "log.cleaner.dedupe.buffer.size", SMALL_CLEANER_BUFFER_BYTES,
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "4",
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> copies(Quorum quorum) {
        String copies = Integer.toString(quorum.replication());
        String inSync = quorum.replication() >= 3 ? "2" : "1";
        return Map.of(
                "offsets.topic.replication.factor", copies,
                "transaction.state.log.replication.factor", copies,
                "transaction.state.log.min.isr", inSync,
                "share.coordinator.state.topic.replication.factor", copies,
                "share.coordinator.state.topic.min.isr", inSync);
    }

    /** A broker that is alone waits for nobody else, so after a crash it need not wait long for its former self. */
    private static Map<String, String> absence(Quorum quorum) {
        return quorum.replication() > 1
                ? Map.of()
                : Map.of("broker.session.timeout.ms", "2000", "broker.heartbeat.interval.ms", "400");
    }
}
