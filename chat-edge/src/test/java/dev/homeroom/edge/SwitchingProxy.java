package dev.homeroom.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** A front door of which a test says where it leads, and that can break all connections through it, or let them hang. */
final class SwitchingProxy implements Edge, AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile URI target;
    private volatile boolean shut;
    private volatile LongSupplier allowance = () -> Long.MAX_VALUE;

    SwitchingProxy(Edge target) {
        this.target = URI.create(target.address());
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** New connections lead there. */
    void leadTo(Edge edge) {
        target = URI.create(edge.address());
    }

    /** Breaks all connections; new ones are refused until {@link #open}. */
    void shut() {
        shut = true;
        cut();
    }

    void open() {
        shut = false;
    }

    /** Breaks all connections. */
    void cut() {
        open.forEach(SwitchingProxy::close);
        open.clear();
    }

    /** Breaks every connection in the midst of what it brings, after so many bytes. */
    void breakAfter(long bytes) {
        allowance = () -> bytes;
    }

    /** Breaks each connection in the midst of what it brings, after as many bytes as it is allowed when it begins. */
    void breakAfter(LongSupplier bytes) {
        allowance = bytes;
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                if (shut) {
                    close(client);
                } else {
                    connect(client);
                }
            }
        } catch (IOException _) {
            // It is over.
        }
    }

    private void connect(Socket client) {
        try {
            Socket edge = new Socket(target.getHost(), target.getPort());
            open.add(client);
            open.add(edge);
            long allowed = allowance.getAsLong();
            Thread.ofVirtual().start(() -> pump(client, edge, Long.MAX_VALUE));
            Thread.ofVirtual().start(() -> pump(edge, client, allowed));
        } catch (IOException _) {
            close(client);
        }
    }

    private static void pump(Socket from, Socket to, long allowed) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[4_096];
            long left = allowed;
            while (left > 0) {
                int read = in.read(buffer);
                if (read < 0) {
                    break;
                }
                out.write(buffer, 0, (int) Math.min(read, left));
                left -= read;
            }
        } catch (IOException _) {
            // Both ends are closed below.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cut();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
