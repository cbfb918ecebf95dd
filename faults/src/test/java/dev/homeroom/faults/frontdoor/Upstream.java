package dev.homeroom.faults.frontdoor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A program behind the door. One that did not answer is asked last for a while. Any thread. */
final class Upstream {
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final long FAIL_TIMEOUT_NS = Duration.ofSeconds(5).toNanos();

    private final String name;
    private final int port;
    private volatile long failedAt = System.nanoTime() - FAIL_TIMEOUT_NS;

    /** @param port on 127.0.0.1 */
    Upstream(String name, int port) {
        this.name = name;
        this.port = port;
    }

    String name() {
        return name;
    }

    /** @throws IOException if nobody listens */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MS);
            socket.setTcpNoDelay(true);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    void failed() {
        failedAt = System.nanoTime();
    }

    boolean hasFailedLately() {
        return System.nanoTime() - failedAt < FAIL_TIMEOUT_NS;
    }
}
