package dev.homeroom.bench.wire;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** One selector thread and the connections that it reads. */
public final class Loop implements AutoCloseable {
    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Input input = new Input();

    private Loop(Selector selector, String name) {
        this.selector = selector;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public static Loop start(String name) throws IOException {
        Loop loop = new Loop(Selector.open(), name);
        loop.thread.start();
        return loop;
    }

    /**
     * Begins to open a WebSocket; the listener hears of the rest.
     *
     * @param receiveBuffer bytes that the system may hold for it; empty for as many as the system likes
     */
    public void connect(InetSocketAddress server, String path, OptionalInt receiveBuffer, WireListener listener) {
        execute(() -> {
            try {
                begin(server, path, receiveBuffer, listener);
            } catch (IOException e) {
                listener.closed(String.valueOf(e.getMessage()));
            }
        });
    }

    private void begin(InetSocketAddress server, String path, OptionalInt receiveBuffer, WireListener listener)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (receiveBuffer.isPresent()) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBuffer.getAsInt());
        }
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        key.attach(new Wire(channel, key, Upgrade.request(server, path), listener));
        channel.connect(server);
    }

    /** Asks on the loop's thread, where nothing changes meanwhile, and waits for the answer. */
    public <T> T ask(Supplier<T> question) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        execute(() -> answer.complete(question.get()));
        return answer.join();
    }

    /** Runs a task on the loop's thread, after those that were given before. */
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** The CPU time that the loop's thread has used; near the time on the wall, the loop is at its limit. */
    public Duration cpuTime() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()));
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> ((Wire) key.attachment()).ready(input));
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the loop has failed", e);
        }
    }

    /** Ends all connections, and then the thread. */
    @Override
    public void close() {
        execute(() -> {
            selector.keys().forEach(key -> ((Wire) key.attachment()).close());
            try {
                selector.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
