package dev.homeroom.edge.engineio;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A few direct buffers in which frames are put together for one write. Each is held only while a thread writes, so their
 * number follows the threads that write at once and not the sessions.
 */
final class WriteBuffers {
    private static final int CAPACITY = 64 * 1024;
    private static final int KEPT = 32;

    private final AtomicReferenceArray<@Nullable ByteBuffer> free = new AtomicReferenceArray<>(KEPT);

    ByteBuffer take() {
        int start = start();
        for (int i = 0; i < KEPT; i++) {
            int slot = (start + i) % KEPT;
            ByteBuffer buffer = free.get(slot) == null ? null : free.getAndSet(slot, null);
            if (buffer != null) {
                return buffer.clear();
            }
        }
        return ByteBuffer.allocateDirect(CAPACITY);
    }

    void give(ByteBuffer buffer) {
        int start = start();
        for (int i = 0; i < KEPT; i++) {
            if (free.compareAndSet((start + i) % KEPT, null, buffer)) {
                return;
            }
        }
    }

    /** Each thread begins elsewhere, so that they seldom meet. */
    private static int start() {
        return (int) (Thread.currentThread().threadId() % KEPT);
    }
}
