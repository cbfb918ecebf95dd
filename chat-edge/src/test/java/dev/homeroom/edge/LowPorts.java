package dev.homeroom.edge;

import dev.homeroom.backends.Ports;
import java.util.random.RandomGenerator;

/**
 * Free ports that stay free while nobody listens there: below those that the system gives to connections. No two calls answer
 * the same.
 */
final class LowPorts {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;

    private int next = RandomGenerator.getDefault().nextInt(COUNT);

    int take() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = LOWEST + next++ % COUNT;
            if (Ports.isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
