package dev.homeroom.backends.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Runs one Kafka broker for as long as standard input lasts.
 *
 * <p>Arguments: its properties file, which lies in its folder, and the id of the cluster, used when the folder is new.
 * Says {@code ready} on standard output once it serves clients, or {@code in use} if another broker stays in the folder.
 */
final class BrokerMain {
    private static final long FOLDER_WAIT_MS = 20_000;
    private static final long FOLDER_POLL_MS = 50;

    private BrokerMain() {}

    public static void main(String[] arguments) {
        Lifeline.watch();
        int status = 0;
        try {
            run(Path.of(arguments[0]), arguments[1]);
        } catch (Throwable e) {
            LoggerFactory.getLogger(BrokerMain.class).error("The broker ends", e);
            status = 1;
        }
        System.exit(status); // A broker that did not start leaves threads behind.
    }

    private static void run(Path properties, String clusterId) throws IOException, InterruptedException {
        try (FileLock lock = lock(properties.resolveSibling("broker.lock"))) {
            if (lock == null) {
                System.out.println("in use");
                return;
            }
            KafkaConfig config = new KafkaConfig(read(properties));
            format(config, properties, clusterId);
            serve(new KafkaRaftServer(config, Time.SYSTEM));
        }
    }

    private static void serve(KafkaRaftServer server) {
        Lifeline.onEnd(server::shutdown);
        server.startup();
        System.out.println("ready");
        server.awaitShutdown();
    }

    private static void format(KafkaConfig config, Path properties, String clusterId) {
        if (Files.exists(Path.of(config.logDirs().get(0), "meta.properties"))) {
            return;
        }
        int status =
                StorageTool.execute(new String[] {"format", "-t", clusterId, "-c", properties.toString()}, System.err);
        if (status != 0) {
            throw new IllegalStateException("the folder could not be formatted");
        }
    }

    /** A broker whose owner was killed may still be stopping here, so this waits a while. */
    private static @Nullable FileLock lock(Path file) throws IOException, InterruptedException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        long deadline = System.nanoTime() + FOLDER_WAIT_MS * 1_000_000;
        FileLock lock = channel.tryLock();
        while (lock == null && System.nanoTime() < deadline) {
            Thread.sleep(FOLDER_POLL_MS);
            lock = channel.tryLock();
        }
        return lock;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
