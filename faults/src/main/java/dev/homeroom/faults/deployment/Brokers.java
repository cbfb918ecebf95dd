package dev.homeroom.faults.deployment;

import dev.homeroom.backends.KafkaSettings;
import dev.homeroom.backends.LastingPorts;
import dev.homeroom.backends.Quorum;
import dev.homeroom.faults.network.Link;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The Kafka cluster. Each program reaches each broker by a link of its own, since a broker tells its clients under which address
 * to come back: it listens on one port for every program, and names the link to it.
 */
final class Brokers {
    private static final int HEAP_MEGABYTES = 256;

    private final List<Broker> brokers = new ArrayList<>();
    private final Map<String, List<Link>> links = new HashMap<>();

    /** @param programs the names of those who need links */
    Brokers(Path folder, int count, List<String> programs, LastingPorts ports) throws IOException {
        Map<Integer, Integer> controllers = IntStream.rangeClosed(1, count)
                .boxed()
                .collect(Collectors.toMap(node -> node, _ -> ports.take(), (one, _) -> one, TreeMap::new));
        String cluster = clusterId();
        for (int node = 1; node <= count; node++) {
            brokers.add(broker(folder, new Quorum(cluster, node, controllers), programs, ports));
        }
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        ByteBuffer bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits() >>> 1)
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private Broker broker(Path folder, Quorum quorum, List<String> programs, LastingPorts ports) throws IOException {
        String name = "kafka-" + quorum.node();
        int own = ports.take();
        List<String> listeners = new ArrayList<>(List.of("CLIENTS://127.0.0.1:" + own));
        List<String> advertised = new ArrayList<>(listeners);
        List<String> protocols = new ArrayList<>(List.of("CLIENTS:PLAINTEXT", "CONTROLLER:PLAINTEXT"));
        for (String program : programs) {
            int port = ports.take();
            Link link = Link.to(program + " to " + name, port);
            links.computeIfAbsent(program, _ -> new ArrayList<>()).add(link);
            String listener = program.replace("-", "").toUpperCase(Locale.ROOT);
            listeners.add(listener + "://127.0.0.1:" + port);
            advertised.add(listener + "://127.0.0.1:" + link.port());
            protocols.add(listener + ":PLAINTEXT");
        }
        listeners.add("CONTROLLER://127.0.0.1:" + quorum.controllerPorts().get(quorum.node()));
        return new Broker(
                name,
                KafkaSettings.in(folder.resolve(name))
                        .withPort(own)
                        .withHeapMegabytes(HEAP_MEGABYTES)
                        .withQuorum(quorum)
                        .with("listeners", String.join(",", listeners))
                        .with("advertised.listeners", String.join(",", advertised))
                        .with("listener.security.protocol.map", String.join(",", protocols)));
    }

    List<Broker> all() {
        return brokers;
    }

    /** This program's ways to all brokers. */
    List<Link> linksOf(String program) {
        return links.getOrDefault(program, List.of());
    }

    /** Where this program finds the cluster, as {@code bootstrap.servers}. */
    String addressFor(String program) {
        return linksOf(program).stream().map(link -> "127.0.0.1:" + link.port()).collect(Collectors.joining(","));
    }

    /** The cluster without any link. */
    String address() {
        return brokers.stream().map(Broker::address).collect(Collectors.joining(","));
    }
}
