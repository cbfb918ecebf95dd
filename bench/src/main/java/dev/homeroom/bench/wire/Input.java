package dev.homeroom.bench.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Where a loop reads into, one connection after the other. */
final class Input {
    private static final int BYTES = 256 * 1024;

    final byte[] bytes = new byte[BYTES];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);

    /**
     * Puts what came, behind what is left from last time.
     *
     * @return the end of it
     */
    int read(byte[] rest, SocketChannel channel) throws IOException, MalformedFrameException {
        buffer.clear().put(rest);
        if (!buffer.hasRemaining()) {
            throw new MalformedFrameException("a frame of more than " + BYTES + " bytes");
        }
        if (channel.read(buffer) < 0) {
            throw new EOFException("ended by the server without a word");
        }
        return buffer.position();
    }
}
