package dev.homeroom.edge.engineio;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be sent to one client, bounded in bytes, and the transport that it waits for. While a write is under way
 * messages gather here and go out together with the next one.
 *
 * <p>Thread-safe. Adding never blocks: the lock is held for copying bytes, never for input or output.
 */
final class Outbox {
    private static final int KEPT_CAPACITY = 32;

    private final int maxBytes;
    private Transport transport;
    private ArrayDeque<EncodedMessage> queue = new ArrayDeque<>(2);
    private long queuedBytes;
    private int blockedBytes;
    private int mostQueued;
    private boolean writing;
    private @Nullable CloseReason ending;

    Outbox(int maxBytes, Transport transport) {
        this.maxBytes = maxBytes;
        this.transport = transport;
    }

    enum Added {
        /** They will be sent. */
        QUEUED,
        /** The bound is passed: the client reads too slowly. */
        FULL,
        /** Nothing is taken any more. */
        ENDED
    }

    /** Adds messages that must follow one another. */
    synchronized Added add(EncodedMessage... messages) {
        if (ending != null) {
            return Added.ENDED;
        }
        if (!queue.isEmpty() && queuedBytes + blockedBytes > maxBytes) {
            return Added.FULL;
        }
        for (EncodedMessage message : messages) {
            push(message);
        }
        return Added.QUEUED;
    }

    synchronized boolean isBehind() {
        return queuedBytes + blockedBytes > maxBytes / 4;
    }

    private void push(EncodedMessage message) {
        queue.add(message);
        queuedBytes += message.frameSize();
        mostQueued = Math.max(mostQueued, queue.size());
    }

    /** Starts a write, unless one is under way, in which case that one goes on with what is queued. */
    void flush() {
        Transport writer = beginWrite();
        if (writer != null) {
            writer.drain(this);
        }
    }

    private synchronized @Nullable Transport beginWrite() {
        if (writing || queue.isEmpty() || !transport.isReady()) {
            return null;
        }
        writing = true;
        return transport;
    }

    /**
     * Whether the transport that writes has to go on. If not, its write is over: when the session is ending the transport is
     * told to finish, and when another has taken its place that one goes on.
     */
    boolean hasMore(Transport writer) {
        CloseReason reason;
        synchronized (this) {
            if (!queue.isEmpty() && transport == writer && transport.isReady()) {
                return true;
            }
            writing = false;
            shrink();
            reason = queue.isEmpty() ? ending : null;
        }
        if (reason != null) {
            transport().finish(reason);
        } else {
            flush();
        }
        return false;
    }

    /** A burst should not cost memory for as long as the session lives. */
    private void shrink() {
        if (mostQueued > KEPT_CAPACITY && queue.isEmpty()) {
            queue = new ArrayDeque<>(2);
            mostQueued = 0;
        }
    }

    /**
     * Moves whole frames into the buffer.
     *
     * @return null, or the first message if it is larger than the empty buffer; then nothing was put
     */
    synchronized @Nullable EncodedMessage fill(ByteBuffer buffer) {
        EncodedMessage first = queue.peek();
        if (first != null && first.frameSize() > buffer.remaining()) {
            return take();
        }
        while (first != null && first.frameSize() <= buffer.remaining()) {
            take().putFrame(buffer);
            first = queue.peek();
        }
        return null;
    }

    /**
     * Everything, as the payload of one poll: packets joined by the record separator. A close has a payload of its own: the standard
     * client handles packets a moment after it has read them, but a close at once, and would keep what came with it for its next
     * connection, without knowing how far it had been told.
     */
    synchronized ByteBuffer takePayload() {
        if (queue.isEmpty()) {
            push(EncodedMessage.NOOP); // what was queued when the poll was taken has been dropped since
        }
        int count = queue.size() > 1 && queue.peekLast() == EncodedMessage.CLOSE ? queue.size() - 1 : queue.size();
        int size = queue.stream()
                .limit(count)
                .mapToInt(message -> message.payloadSize() + 1)
                .sum();
        ByteBuffer payload = ByteBuffer.allocate(size - 1);
        take().putPayload(payload);
        for (int taken = 1; taken < count; taken++) {
            payload.put(Payload.SEPARATOR);
            take().putPayload(payload);
        }
        return payload.flip();
    }

    private EncodedMessage take() {
        EncodedMessage message = queue.remove();
        queuedBytes -= message.frameSize();
        return message;
    }

    /** So many bytes have left the queue, and the connection does not take them yet. */
    synchronized void blocked(int bytes) {
        blockedBytes = bytes;
    }

    /** From now on messages go over this transport. */
    synchronized void switchTo(Transport next) {
        transport = next;
    }

    synchronized Transport transport() {
        return transport;
    }

    /**
     * Takes nothing more. Sends what is queued, or drops it, and then finishes the transport; if a write is under way, when
     * that is over.
     */
    void end(CloseReason reason, boolean dropQueued) {
        boolean finished;
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = reason;
            if (dropQueued) {
                queue.clear();
                queuedBytes = 0;
            }
            EncodedMessage last = transport.farewell(reason);
            if (last != null) {
                push(last);
            }
            finished = !writing && queue.isEmpty();
        }
        if (finished) {
            transport().finish(reason);
        } else {
            flush();
        }
    }
}
