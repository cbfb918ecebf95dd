package dev.homeroom.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in a JVM of its own.
 *
 * <p>Its data folder is formatted when it is new and kept across restarts. {@link #start} returns when the broker
 * serves clients. The broker stops when it is closed, and also when this JVM dies without a word, by SIGKILL too.
 * Topics must be created; none appears by being used.
 */
public final class LocalKafka implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(15);
    static final String READY = "ready";
    static final String FOLDER_IN_USE = "in use";

    private final Child broker;
    private final KafkaSettings settings;

    private LocalKafka(Child broker, KafkaSettings settings) {
        this.broker = broker;
        this.settings = settings;
    }

    /** Starts a broker; several may be started at once, each in a folder of its own. */
    public static Start<LocalKafka> start(KafkaSettings wanted) {
        Path log = wanted.folder().resolve("broker.log");
        if (wanted.port() != 0 && !Ports.isFree(wanted.port())) {
            return new Start.PortTaken<>(wanted.port());
        }
        try {
            return startOn(
                    wanted.withPort(Ports.orFree(wanted.port()))
                            .withQuorum(wanted.quorum().withPorts()),
                    log);
        } catch (IOException e) {
            return new Start.Failed<>("Kafka could not be started: " + e, log);
        }
    }

    private static Start<LocalKafka> startOn(KafkaSettings settings, Path log) throws IOException {
        Files.createDirectories(settings.folder());
        Path properties = settings.folder().resolve("server.properties");
        BrokerProperties.write(properties, settings);
        Child broker = Child.start(
                command(settings, properties, log), settings.folder().resolve("broker.err"), STOP);
        Optional<String> answer = broker.answer(START);
        if (answer.equals(Optional.of(READY))) {
            return new Start.Started<>(new LocalKafka(broker, settings));
        }
        broker.close();
        return answer.equals(Optional.of(FOLDER_IN_USE))
                ? new Start.FolderInUse<>(settings.folder())
                : new Start.Failed<>("Kafka did not become ready", log);
    }

    private static List<String> command(KafkaSettings settings, Path properties, Path log) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Dhomeroom.broker.log=" + log,
                "-cp",
                BrokerPrograms.classPath(),
                "dev.homeroom.backends.broker.BrokerMain",
                properties.toString(),
                settings.quorum().clusterId());
    }

    /** Where clients connect, as {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return settings.port();
    }

    public Path folder() {
        return settings.folder();
    }

    /** The broker's process, for those who want to freeze or kill it. */
    public long pid() {
        return broker.pid();
    }

    public boolean isAlive() {
        return broker.isAlive();
    }

    /** Completes with the exit status when the broker has ended, for whatever reason. */
    public CompletableFuture<Integer> ended() {
        return broker.ended();
    }

    /** Stops the broker and waits for its end, at most 15 s; then it is killed. Its data stays. */
    @Override
    public void close() {
        broker.close();
    }
}
