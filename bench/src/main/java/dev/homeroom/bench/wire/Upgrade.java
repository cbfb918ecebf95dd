package dev.homeroom.bench.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.InetSocketAddress;

/** The HTTP exchange by which a connection becomes a WebSocket (RFC 6455, section 4). */
final class Upgrade {
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);
    private static final String SWITCHING = "HTTP/1.1 101 ";

    private Upgrade() {}

    static byte[] request(InetSocketAddress server, String path) {
        return """
                GET %s HTTP/1.1\r
                Host: %s:%d\r
                Connection: Upgrade\r
                Upgrade: websocket\r
                Sec-WebSocket-Version: 13\r
                Sec-WebSocket-Key: bG9hZCBmb3IgYSBjbGFzcw==\r
                \r
                """.formatted(path, server.getHostString(), server.getPort()).getBytes(US_ASCII);
    }

    /**
     * Reads the answer, if it is all there.
     *
     * @return where the frames begin; 0 if more has to come first
     */
    static int accepted(byte[] bytes, int to) throws MalformedFrameException {
        int end = indexOfEnd(bytes, to);
        if (end < 0) {
            return 0;
        }
        String answer = new String(bytes, 0, end, ISO_8859_1);
        if (!answer.startsWith(SWITCHING)) {
            throw new MalformedFrameException(
                    "no WebSocket here: " + answer.lines().findFirst().orElse(""));
        }
        return end + END.length;
    }

    private static int indexOfEnd(byte[] bytes, int to) {
        for (int at = 0; at <= to - END.length; at++) {
            if (bytes[at] == '\r' && bytes[at + 1] == '\n' && bytes[at + 2] == '\r' && bytes[at + 3] == '\n') {
                return at;
            }
        }
        return -1;
    }
}
