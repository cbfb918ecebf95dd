package dev.homeroom.edge.engineio;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many sessions each remote address has open. Of IPv6 the first half counts, since whoever has one address there has
 * all that share it.
 */
final class AddressCounts {
    private static final int NETWORK_BYTES = 8;

    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    int of(SocketAddress remote) {
        return counts.getOrDefault(network(remote), 0);
    }

    void add(SocketAddress remote) {
        counts.merge(network(remote), 1, Integer::sum);
    }

    void remove(SocketAddress remote) {
        counts.computeIfPresent(network(remote), (_, count) -> count == 1 ? null : count - 1);
    }

    /** How many addresses have sessions. */
    int addresses() {
        return counts.size();
    }

    private static String network(SocketAddress remote) {
        return remote instanceof InetSocketAddress internet ? network(internet.getHostString()) : remote.toString();
    }

    /** A proxy may have sent what is no address. */
    private static String network(String host) {
        try {
            InetAddress address = InetAddress.ofLiteral(host);
            return address instanceof Inet6Address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES)
                    : address.getHostAddress();
        } catch (IllegalArgumentException _) {
            return host;
        }
    }
}
