package dev.homeroom.edge.engineio;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A packet from the server whose bytes are made once, and shared by all sessions that it goes to.
 *
 * <p>It holds the bytes of the WebSocket frame (RFC 6455, section 5.2: whole, unmasked). The form for HTTP long-polling is
 * the same bytes without the frame's header, or for binary messages base64, which is made when the first poll needs it.
 */
public final class EncodedMessage {
    static final EncodedMessage PING = packet("2");
    static final EncodedMessage CLOSE = packet("1");
    static final EncodedMessage NOOP = packet("6");
    static final EncodedMessage PROBE_ANSWER = packet("3probe");

    private static final byte MESSAGE = '4';
    private static final int FIN_TEXT = 0x81;
    private static final int FIN_BINARY = 0x82;
    private static final int FIN_PONG = 0x8A;
    private static final int LONGEST_IN_ONE_BYTE = 125;
    private static final int LONGEST_IN_TWO_BYTES = 0xFFFF;

    private final byte[] frame;
    private final int header;
    private volatile byte @Nullable [] base64;

    private EncodedMessage(byte[] frame, int header) {
        this.frame = frame;
        this.header = header;
    }

    /** A text message. */
    public static EncodedMessage text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        byte[] packet = new byte[1 + utf8.length];
        packet[0] = MESSAGE;
        System.arraycopy(utf8, 0, packet, 1, utf8.length);
        return framed(FIN_TEXT, packet);
    }

    /** A binary message. */
    public static EncodedMessage binary(byte[] bytes) {
        return framed(FIN_BINARY, bytes);
    }

    /** This text message with its last bytes replaced; the bytes in front are copied and not encoded again. */
    public EncodedMessage withEnd(int replacedBytes, String ascii) {
        byte[] end = ascii.getBytes(StandardCharsets.US_ASCII);
        int kept = frame.length - header - replacedBytes;
        byte[] packet = Arrays.copyOfRange(frame, header, header + kept + end.length);
        System.arraycopy(end, 0, packet, kept, end.length);
        return framed(FIN_TEXT, packet);
    }

    static EncodedMessage packet(String packet) {
        return framed(FIN_TEXT, packet.getBytes(StandardCharsets.UTF_8));
    }

    /** The WebSocket's own answer to a ping; not for polling. */
    static EncodedMessage pong(byte[] payload) {
        return framed(FIN_PONG, payload);
    }

    private static EncodedMessage framed(int firstByte, byte[] payload) {
        int header = headerSize(payload.length);
        byte[] frame = new byte[header + payload.length];
        ByteBuffer writer = ByteBuffer.wrap(frame).put((byte) firstByte);
        switch (header) {
            case 2 -> writer.put((byte) payload.length);
            case 4 -> writer.put((byte) 126).putShort((short) payload.length);
            default -> writer.put((byte) 127).putLong(payload.length);
        }
        writer.put(payload);
        return new EncodedMessage(frame, header);
    }

    private static int headerSize(int length) {
        if (length <= LONGEST_IN_ONE_BYTE) {
            return 2;
        }
        return length <= LONGEST_IN_TWO_BYTES ? 4 : 10;
    }

    /** How many bytes it takes on the wire, about, whatever the transport. */
    public int size() {
        return frame.length;
    }

    /** The bytes of the frame; what a queued message counts for. */
    int frameSize() {
        return frame.length;
    }

    void putFrame(ByteBuffer target) {
        target.put(frame);
    }

    ByteBuffer frame() {
        return ByteBuffer.wrap(frame).asReadOnlyBuffer();
    }

    int payloadSize() {
        byte[] encoded = base64();
        return encoded == null ? frame.length - header : encoded.length;
    }

    void putPayload(ByteBuffer target) {
        byte[] encoded = base64();
        if (encoded == null) {
            target.put(frame, header, frame.length - header);
        } else {
            target.put(encoded);
        }
    }

    /** Null for text. Two threads may both make it; they make the same. */
    private byte @Nullable [] base64() {
        if (frame[0] != (byte) FIN_BINARY) {
            return null;
        }
        byte[] encoded = base64;
        if (encoded == null) {
            encoded = encodeBase64();
            base64 = encoded;
        }
        return encoded;
    }

    private byte[] encodeBase64() {
        ByteBuffer text = Base64.getEncoder().encode(ByteBuffer.wrap(frame, header, frame.length - header));
        return ByteBuffer.allocate(1 + text.remaining())
                .put((byte) 'b')
                .put(text)
                .array();
    }
}
