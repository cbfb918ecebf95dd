package dev.homeroom.edge.engineio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.websocket.core.Frame;
import org.eclipse.jetty.websocket.core.OpCode;

/**
 * Puts one WebSocket message together from its frames, bounded in bytes and in frames. It grows with what has come and not
 * with what a header promises, and holds nothing between messages.
 */
final class MessageAssembly {
    private static final byte[] NOTHING = {};
    private static final int LEAST = 512;

    private final int maxBytes;
    private final int maxFragments;
    private byte[] bytes = NOTHING;
    private int length;
    private int fragments;
    private boolean text;

    MessageAssembly(EngineSettings settings) {
        this.maxBytes = settings.maxPayloadBytes();
        this.maxFragments = settings.maxFragments();
    }

    sealed interface Result {
        enum Partial implements Result {
            INCOMPLETE,
            TOO_LARGE,
            NO_UTF8
        }

        record Text(String text) implements Result {}

        final class Binary implements Result {
            private final byte[] bytes;

            private Binary(byte[] bytes) {
                this.bytes = bytes;
            }

            byte[] bytes() {
                return bytes;
            }
        }
    }

    Result add(Frame frame) {
        ByteBuffer payload = frame.getPayload();
        int added = payload == null ? 0 : payload.remaining();
        if (frame.getOpCode() != OpCode.CONTINUATION) {
            text = frame.getOpCode() == OpCode.TEXT;
        }
        if (++fragments > maxFragments || length + added > maxBytes) {
            return forget(Result.Partial.TOO_LARGE);
        }
        if (payload != null) {
            append(payload, added, frame.isFin());
        }
        return frame.isFin() ? forget(complete()) : Result.Partial.INCOMPLETE;
    }

    private void append(ByteBuffer payload, int added, boolean last) {
        int needed = length + added;
        if (needed > bytes.length) {
            int room = last ? needed : Math.max(LEAST, Math.min(maxBytes, 2 * needed));
            bytes = Arrays.copyOf(bytes, room);
        }
        payload.get(bytes, length, added);
        length = needed;
    }

    private Result complete() {
        if (!text) {
            return new Result.Binary(length == bytes.length ? bytes : Arrays.copyOf(bytes, length));
        }
        String decoded = Utf8.decode(bytes, length);
        return decoded == null ? Result.Partial.NO_UTF8 : new Result.Text(decoded);
    }

    private Result forget(Result result) {
        bytes = NOTHING;
        length = 0;
        fragments = 0;
        return result;
    }
}
