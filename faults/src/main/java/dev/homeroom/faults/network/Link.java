package dev.homeroom.faults.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A way from one part to another: whoever connects to its port is connected to the port behind it. It can be cut, which breaks
 * all connections and refuses new ones, and it can fall silent, which lets all connections hang: nothing gets through until it
 * speaks again, and then everything, as after a network's packets were lost and sent again. Any thread.
 */
public final class Link implements AutoCloseable {
    private static final int BACKLOG = 1_000;
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int BUFFER_BYTES = 8_192;

    private final String name;
    private final ServerSocket server;
    private final InetSocketAddress target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.OPEN;

    private enum State {
        OPEN,
        CUT,
        SILENT
    }

    private Link(String name, ServerSocket server, InetSocketAddress target) {
        this.name = name;
        this.server = server;
        this.target = target;
    }

    /**
     * @param name what it connects, for people
     * @param port of the target on 127.0.0.1, where nobody need listen yet
     */
    public static Link to(String name, int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Link link = new Link(name, new ServerSocket(0, BACKLOG, loopback), new InetSocketAddress(loopback, port));
        Thread.ofVirtual().start(link::accept);
        return link;
    }

    public String name() {
        return name;
    }

    /** The port on 127.0.0.1 to connect to. */
    public int port() {
        return server.getLocalPort();
    }

    public void cut() {
        become(State.CUT);
        breakAll();
    }

    public void silence() {
        become(State.SILENT);
    }

    /** Makes it good again. */
    public void mend() {
        become(State.OPEN);
    }

    private void become(State wanted) {
        lock.lock();
        try {
            state = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits while it is silent. */
    private boolean isPassable() throws InterruptedException {
        lock.lock();
        try {
            while (state == State.SILENT) {
                changed.await();
            }
            return state == State.OPEN;
        } finally {
            lock.unlock();
        }
    }

    private void breakAll() {
        open.forEach(Link::reset);
        open.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> connect(client));
            } catch (IOException _) {
                // It is closed, or the client is gone already.
            }
        }
    }

    private void connect(Socket client) {
        try {
            if (!isPassable()) {
                reset(client);
                return;
            }
            Socket there = new Socket();
            there.connect(target, CONNECT_TIMEOUT_MS);
            client.setTcpNoDelay(true);
            there.setTcpNoDelay(true);
            open.add(client);
            open.add(there);
            Thread.ofVirtual().start(() -> pump(client, there));
            pump(there, client);
        } catch (IOException _) {
            reset(client);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void pump(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0 && isPassable(); read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException _) {
            // Both ends are closed below.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException _) {
            // It is gone all the same.
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        } catch (IOException _) {
            // It is gone already.
        }
    }

    @Override
    public void close() {
        become(State.CUT);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        breakAll();
    }
}
