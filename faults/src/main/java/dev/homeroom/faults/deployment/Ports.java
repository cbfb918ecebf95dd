package dev.homeroom.faults.deployment;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.random.RandomGenerator;

/**
 * Free ports on 127.0.0.1 that stay free while their owner is down: below those that the system gives to connections. No two
 * calls answer the same.
 */
final class Ports {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;

    private int next = RandomGenerator.getDefault().nextInt(COUNT);

    int take() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = LOWEST + next++ % COUNT;
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
