package dev.homeroom.edge.engineio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * Writes frames to a connection. They are ready bytes, so many of them are put into one buffer and given to the connection in
 * one write, with nothing allocated for any of them. Only what the connection does not take at once is copied, to be written
 * when it can.
 *
 * <p>One thread at a time writes: the outbox sees to that.
 */
final class WebSocketWriter {
    private final EndPoint endPoint;
    private final WriteBuffers buffers;
    private final Runnable lost;

    /** @param lost called when the connection takes nothing any more */
    WebSocketWriter(EndPoint endPoint, WriteBuffers buffers, Runnable lost) {
        this.endPoint = endPoint;
        this.buffers = buffers;
        this.lost = lost;
    }

    /** Writes what waits for this transport, now or, where the connection is slow, as it takes it. */
    void drain(Outbox outbox, Transport transport) {
        try {
            boolean taken = true;
            while (taken && outbox.hasMore(transport)) {
                taken = writeSome(outbox, transport);
            }
        } catch (IOException | RuntimeException e) {
            lost.run();
        }
    }

    /** @return false if the connection takes no more for now; then draining goes on when it has taken the rest */
    private boolean writeSome(Outbox outbox, Transport transport) throws IOException {
        ByteBuffer buffer = buffers.take();
        try {
            EncodedMessage large = outbox.fill(buffer);
            ByteBuffer bytes = large == null ? buffer.flip() : large.frame();
            if (endPoint.flush(bytes)) {
                return true;
            }
            ByteBuffer rest = large == null ? copy(bytes) : bytes;
            outbox.blocked(rest.remaining());
            Rest writing = new Rest(outbox, transport);
            endPoint.write(writing, rest);
            return writing.isWrittenAlready();
        } finally {
            buffers.give(buffer);
        }
    }

    /** The completion of a write that could not be done at once. */
    private final class Rest implements Callback {
        private final AtomicBoolean firstToKnow = new AtomicBoolean(true);
        private final Outbox outbox;
        private final Transport transport;

        private Rest(Outbox outbox, Transport transport) {
            this.outbox = outbox;
            this.transport = transport;
        }

        /** Whether it was written before the writing thread came back; then that one goes on, and no stack grows. */
        boolean isWrittenAlready() {
            return !firstToKnow.getAndSet(false);
        }

        @Override
        public void succeeded() {
            outbox.blocked(0);
            if (!firstToKnow.getAndSet(false)) {
                drain(outbox, transport);
            }
        }

        @Override
        public void failed(Throwable failure) {
            lost.run();
        }
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    /** Past the outbox, while nothing else writes: a few bytes, which must fit. */
    boolean writeAtOnce(EncodedMessage message) {
        try {
            return endPoint.flush(message.frame());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }
}
