package dev.homeroom.backends;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The brokers of one cluster, each of them a controller too.
 *
 * @param clusterId a Kafka UUID, the same for all
 * @param node the id of the broker that this is given to
 * @param controllerPorts node id → port of its controller on 127.0.0.1; 0 takes a free one, which only suits a broker
 *     that is alone
 */
public record Quorum(String clusterId, int node, Map<Integer, Integer> controllerPorts) {
    public Quorum {
        if (!controllerPorts.containsKey(node)) {
            throw new IllegalArgumentException("no controller port for node " + node);
        }
        if (controllerPorts.size() > 1 && controllerPorts.containsValue(0)) {
            throw new IllegalArgumentException("a cluster's controllers need ports that are known beforehand");
        }
        controllerPorts = Map.copyOf(controllerPorts);
    }

    /** A cluster of one. */
    public static Quorum alone() {
        return new Quorum(ClusterIds.random(), 1, Map.of(1, 0));
    }

    Quorum withPorts() {
        return controllerPorts.containsValue(0) ? new Quorum(clusterId, node, Map.of(node, Ports.free())) : this;
    }

    int controllerPort() {
        return Objects.requireNonNull(controllerPorts.get(node));
    }

    /** How many copies of Kafka's own topics are kept. */
    int replication() {
        return Math.min(3, controllerPorts.size());
    }

    /** Form: {@code 1@127.0.0.1:9093,2@127.0.0.1:9094}. */
    String voters() {
        return new TreeMap<>(controllerPorts)
                .entrySet().stream()
                        .map(voter -> voter.getKey() + "@127.0.0.1:" + voter.getValue())
                        .collect(Collectors.joining(","));
    }
}
