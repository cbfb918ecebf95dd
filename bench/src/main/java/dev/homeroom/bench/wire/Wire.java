package dev.homeroom.bench.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;

/**
 * One WebSocket. Its loop's thread reads; any thread may send. What the socket does not take at once waits here, in order and
 * without a bound: the load is bounded by its schedule.
 */
public final class Wire {
    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final SelectionKey key;
    private final byte[] request;
    private final WireListener listener;
    private final Queue<ByteBuffer> unsent = new ArrayDeque<>(0);
    private byte[] rest = NOTHING;
    private boolean upgraded;
    private boolean ended;

    Wire(SocketChannel channel, SelectionKey key, byte[] request, WireListener listener) {
        this.channel = channel;
        this.key = key;
        this.request = request;
        this.listener = listener;
    }

    /** Sends a text message. On a broken connection it does nothing: the reading side tells of the end. */
    public void send(String text) {
        send(ClientFrames.of(ClientFrames.TEXT, text.getBytes(UTF_8)));
    }

    /** Leaves what comes from now on in the buffers of the system. Any thread. */
    public void stopReading() {
        key.interestOpsAnd(~SelectionKey.OP_READ);
    }

    /** Any thread. */
    public void readOn() {
        key.interestOpsOr(SelectionKey.OP_READ);
        key.selector().wakeup();
    }

    /** Ends the connection with a close frame and does not wait for the answer. */
    public void close() {
        if (channel.isConnected()) {
            send(ClientFrames.of(ClientFrames.CLOSE, NOTHING));
        }
        try {
            channel.close();
        } catch (IOException _) {
            key.cancel();
        }
    }

    private synchronized void send(ByteBuffer bytes) {
        unsent.add(bytes);
        if (unsent.size() == 1) {
            flush();
        }
    }

    private synchronized void flush() {
        try {
            for (ByteBuffer next = unsent.peek(); next != null; next = unsent.peek()) {
                channel.write(next);
                if (next.hasRemaining()) {
                    key.interestOpsOr(SelectionKey.OP_WRITE);
                    key.selector().wakeup();
                    return;
                }
                unsent.remove();
            }
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        } catch (IOException | CancelledKeyException _) {
            unsent.clear();
        }
    }

    void ready(Input input) {
        try {
            if (key.isConnectable()) {
                connected();
            }
            if (key.isWritable()) {
                flush();
            }
            if (key.isReadable()) {
                read(input);
            }
        } catch (CancelledKeyException _) {
            end("closed by us");
        } catch (IOException | MalformedFrameException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    private void connected() throws IOException {
        channel.finishConnect();
        key.interestOps(SelectionKey.OP_READ);
        send(ByteBuffer.wrap(request));
    }

    private void read(Input input) throws IOException, MalformedFrameException {
        int to = input.read(rest, channel);
        int from = upgraded ? 0 : upgrade(input.bytes, to);
        int scanned = upgraded ? FrameScanner.scan(input.bytes, from, to, this::frame) : from;
        rest = scanned == to ? NOTHING : Arrays.copyOfRange(input.bytes, scanned, to);
    }

    private int upgrade(byte[] bytes, int to) throws MalformedFrameException {
        int end = Upgrade.accepted(bytes, to);
        if (end > 0) {
            upgraded = true;
            listener.opened(this);
        }
        return end;
    }

    private void frame(int opcode, byte[] bytes, int from, int to) {
        if (ended) {
            return;
        }
        switch (opcode) {
            case ClientFrames.TEXT -> listener.text(bytes, from, to);
            case ClientFrames.PING -> send(ClientFrames.of(ClientFrames.PONG, Arrays.copyOfRange(bytes, from, to)));
            case ClientFrames.CLOSE -> end("closed by the server" + code(bytes, from, to));
            default -> {}
        }
    }

    private static String code(byte[] bytes, int from, int to) {
        return to - from < Short.BYTES
                ? ""
                : " with "
                        + Short.toUnsignedInt(
                                ByteBuffer.wrap(bytes, from, Short.BYTES).getShort());
    }

    /** Ends the connection without a close frame. The loop's thread; the listener is told as of any other end. */
    public void cut() {
        if (!ended) {
            ended = true;
            try {
                channel.close();
            } catch (IOException _) {
                key.cancel();
            }
            listener.closed("cut by us");
        }
    }

    /** Ends the connection for a reason, of which the listener is told. The loop's thread. */
    public void end(String reason) {
        if (!ended) {
            ended = true;
            close();
            listener.closed(reason);
        }
    }
}
