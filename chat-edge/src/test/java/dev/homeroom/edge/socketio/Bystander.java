package dev.homeroom.edge.socketio;

import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An honest client that asks for one echo after another, answers heartbeats, and remembers how long each echo took. */
final class Bystander implements Closeable {
    private static final String PATH = "/socket.io/";

    private final List<Duration> echoes = new ArrayList<>();
    private final Wire wire;
    private final Thread thread;
    private volatile boolean leaving;

    private Bystander(Wire wire) {
        this.wire = wire;
        wire.send("40");
        wire.receiveThrough("40{");
        this.thread = Thread.ofVirtual().unstarted(this::run);
        thread.start();
    }

    static Bystander overWebSocket(int port) {
        return new Bystander(new OverWebSocket(RawWebSocket.open(port, PATH + "?EIO=4&transport=websocket")));
    }

    static Bystander overPolling(int port) {
        return new Bystander(new OverPolling(Polling.open(port, PATH)));
    }

    private void run() {
        for (int i = 0; !leaving; i++) {
            long start = System.nanoTime();
            wire.send("42[\"echo\"," + i + "]");
            wire.receiveThrough("42[\"echoed\"," + i + "]");
            echoed(Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private synchronized void echoed(Duration took) {
        echoes.add(took);
    }

    synchronized int echoes() {
        return echoes.size();
    }

    /** How long the slowest took. */
    synchronized Duration slowest() {
        return echoes.stream().max(Duration::compareTo).orElseThrow();
    }

    /** Whether it has been served so far, and has not failed. */
    boolean isServed() {
        return thread.isAlive();
    }

    @Override
    public void close() throws IOException {
        leaving = true;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        wire.close();
    }

    private sealed interface Wire extends Closeable {
        void send(String packet);

        /** Reads on until this packet, or one that begins like it, has come. */
        void receiveThrough(String packet);
    }

    private record OverWebSocket(RawWebSocket socket) implements Wire {
        @Override
        public void send(String packet) {
            socket.text(packet);
        }

        @Override
        public void receiveThrough(String packet) {
            String received = "";
            while (!received.startsWith(packet)) {
                RawWebSocket.Frame frame = socket.read();
                if (frame.isEnd() || frame.isClose()) {
                    throw new AssertionError("closed: " + frame);
                }
                received = frame.text();
                if (received.equals("2")) {
                    socket.text("3");
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private record OverPolling(Polling session) implements Wire {
        @Override
        public void send(String packet) {
            if (!session.post(packet).body().equals("ok")) {
                throw new AssertionError("refused: " + packet);
            }
        }

        @Override
        public void receiveThrough(String packet) {
            boolean come = false;
            while (!come) {
                for (String received : session.poll().body().split("\u001e", -1)) {
                    come |= received.startsWith(packet);
                    if (received.equals("2")) {
                        send("3");
                    }
                }
            }
        }

        @Override
        public void close() {
            var _ = session.post("1");
        }
    }
}
