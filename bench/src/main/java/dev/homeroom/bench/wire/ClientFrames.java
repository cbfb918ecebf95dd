package dev.homeroom.bench.wire;

import java.nio.ByteBuffer;

/**
 * Makes a client's frames. They are masked, as they must be, with a key of zeros: it hides nothing, which does no harm here, and
 * leaves the payload as it is.
 */
final class ClientFrames {
    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int LONGEST_HEADER = 8;
    private static final int LONGEST_SHORT = 125;
    private static final int LONGEST = 0xffff;

    private ClientFrames() {}

    /** @throws IllegalArgumentException if the payload is longer than a load ever needs */
    static ByteBuffer of(int opcode, byte[] payload) {
        if (payload.length > LONGEST) {
            throw new IllegalArgumentException("a payload of " + payload.length + " bytes");
        }
        ByteBuffer frame = ByteBuffer.allocate(LONGEST_HEADER + payload.length).put((byte) (FINAL | opcode));
        if (payload.length <= LONGEST_SHORT) {
            frame.put((byte) (MASKED | payload.length));
        } else {
            frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }
}
