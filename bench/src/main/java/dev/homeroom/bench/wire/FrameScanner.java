package dev.homeroom.bench.wire;

/**
 * Finds the frames in what a server has sent (RFC 6455, section 5.2), without copying them. Messages in several frames are not
 * read: no server sends them at the sizes in question.
 */
final class FrameScanner {
    private static final int SHORTEST_HEADER = 2;
    private static final int TWO_BYTE_LENGTH = 126;
    private static final int EIGHT_BYTE_LENGTH = 127;
    private static final int FINAL_WITHOUT_EXTENSIONS = 0x80;

    private FrameScanner() {}

    /**
     * Hands over all whole frames.
     *
     * @return where the first one begins that is not whole yet; {@code to} if there is none
     */
    static int scan(byte[] bytes, int from, int to, FrameSink sink) throws MalformedFrameException {
        int at = from;
        while (to - at >= SHORTEST_HEADER) {
            int header = headerLength(bytes, at);
            if (to - at < header) {
                break;
            }
            long length = payloadLength(bytes, at, header);
            if (length > to - at - header) {
                break;
            }
            int end = at + header + (int) length;
            sink.frame(bytes[at] & 0x0f, bytes, at + header, end);
            at = end;
        }
        return at;
    }

    private static int headerLength(byte[] bytes, int at) throws MalformedFrameException {
        if ((bytes[at] & 0xf0) != FINAL_WITHOUT_EXTENSIONS) {
            throw new MalformedFrameException("a fragment, or a frame with reserved bits");
        }
        int length = bytes[at + 1];
        if (length < 0) {
            throw new MalformedFrameException("a masked frame from a server");
        }
        return switch (length) {
            case TWO_BYTE_LENGTH -> SHORTEST_HEADER + Short.BYTES;
            case EIGHT_BYTE_LENGTH -> SHORTEST_HEADER + Long.BYTES;
            default -> SHORTEST_HEADER;
        };
    }

    private static long payloadLength(byte[] bytes, int at, int header) throws MalformedFrameException {
        if (header == SHORTEST_HEADER) {
            return bytes[at + 1];
        }
        long length = 0;
        for (int i = at + SHORTEST_HEADER; i < at + header; i++) {
            length = (length << Byte.SIZE) | (bytes[i] & 0xff);
        }
        if (length < 0) {
            throw new MalformedFrameException("a length with its top bit set");
        }
        return length;
    }
}
