package dev.homeroom.backends;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What a local broker should be like.
 *
 * @param folder its own data folder; made when missing, kept when it stops
 * @param port where clients connect, on 127.0.0.1; 0 takes a free one
 * @param heapMegabytes the most heap that its JVM may have
 * @param quorum the cluster that it belongs to
 * @param properties broker properties that win over ours
 */
public record KafkaSettings(Path folder, int port, int heapMegabytes, Quorum quorum, Map<String, String> properties) {
    private static final int HEAP_MEGABYTES = 512;

    public KafkaSettings {
        folder = folder.toAbsolutePath();
        properties = Map.copyOf(properties);
    }

    /** A broker that is a cluster by itself, on a free port. */
    public static KafkaSettings in(Path folder) {
        return new KafkaSettings(folder, 0, HEAP_MEGABYTES, Quorum.alone(), Map.of());
    }

    public KafkaSettings withPort(int port) {
        return new KafkaSettings(folder, port, heapMegabytes, quorum, properties);
    }

    public KafkaSettings withHeapMegabytes(int heapMegabytes) {
        return new KafkaSettings(folder, port, heapMegabytes, quorum, properties);
    }

    public KafkaSettings withQuorum(Quorum quorum) {
        return new KafkaSettings(folder, port, heapMegabytes, quorum, properties);
    }

    public KafkaSettings with(String property, String value) {
        Map<String, String> all = new HashMap<>(properties);
        all.put(property, value);
        return new KafkaSettings(folder, port, heapMegabytes, quorum, all);
    }
}
