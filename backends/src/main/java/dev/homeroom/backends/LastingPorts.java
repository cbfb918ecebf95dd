package dev.homeroom.backends;

import java.util.random.RandomGenerator;

/**
 * Free ports on the loopback address that stay free while their owner is down: below those that the system gives to connections.
 * No two calls answer the same. For one thread.
 */
public final class LastingPorts {
    private static final int LOWEST = 20_000;
    private static final int COUNT = 12_000;

    private int next = RandomGenerator.getDefault().nextInt(COUNT);

    /** @throws IllegalStateException if none is free */
    public int take() {
        for (int tried = 0; tried < COUNT; tried++) {
            int port = LOWEST + next++ % COUNT;
            if (Ports.isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }
}
