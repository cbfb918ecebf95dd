package dev.homeroom.edge.wire;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A WebSocket over a plain socket, which sends whatever bytes it is told to. Reading fails after a minute. */
public final class RawWebSocket implements Closeable {
    public static final int TEXT = 0x81;
    public static final int BINARY = 0x82;
    public static final int CLOSE = 0x88;
    public static final int PING = 0x89;
    public static final int PONG = 0x8A;

    private static final int PATIENCE_MS = 60_000;
    private static final byte[] MASK = {1, 2, 3, 4};

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final String response;

    private RawWebSocket(int port, String request) throws IOException {
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        raw(request.getBytes(StandardCharsets.ISO_8859_1));
        response = readHead();
    }

    /** Sends an opening handshake; whether it is accepted is in {@link #response}. */
    public static RawWebSocket open(int port, String target, String... headers) {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n")
                .append("Upgrade: websocket\r\nConnection: Upgrade\r\n")
                .append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        try {
            return new RawWebSocket(port, request.append("\r\n").toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String readHead() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.readUnsignedByte());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** The head of the answer to the handshake. */
    public String response() {
        return response;
    }

    /** What comes after that head, up to the end of the stream: the body of a refusal. */
    public String rest() {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- sending

    public void text(String text) {
        frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    public void binary(byte... bytes) {
        frame(BINARY, bytes);
    }

    /** A masked frame. */
    public void frame(int firstByte, byte... payload) {
        ByteBuffer frame = header(firstByte, 0x80, payload.length).put(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ MASK[i % MASK.length]));
        }
        raw(bytes(frame));
    }

    public void unmaskedFrame(int firstByte, byte... payload) {
        raw(bytes(header(firstByte, 0, payload.length).put(payload)));
    }

    private static ByteBuffer header(int firstByte, int maskBit, int length) {
        ByteBuffer frame = ByteBuffer.allocate(14 + length).put((byte) firstByte);
        if (length < 126) {
            return frame.put((byte) (maskBit | length));
        }
        return length <= 0xFFFF
                ? frame.put((byte) (maskBit | 126)).putShort((short) length)
                : frame.put((byte) (maskBit | 127)).putLong(length);
    }

    private static byte[] bytes(ByteBuffer written) {
        byte[] bytes = new byte[written.position()];
        written.flip().get(bytes);
        return bytes;
    }

    /** Once the server has closed there is nobody to send to, which is not this client's failure. */
    public void raw(byte... bytes) {
        try {
            out.write(bytes);
        } catch (SocketException _) {
            // the answer, or its absence, is in what can be read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // --- receiving

    /** A frame as it came; at the end of the stream one with {@link #isEnd}. */
    public record Frame(int firstByte, String text, int closeCode) {
        static final Frame END = new Frame(0, "", -1);

        public boolean isEnd() {
            return firstByte == 0;
        }

        public boolean isClose() {
            return firstByte == CLOSE;
        }
    }

    /** The next frame; binary payloads come as Latin-1. */
    public Frame read() {
        try {
            int firstByte = in.readUnsignedByte();
            int length = in.readUnsignedByte();
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = Math.toIntExact(in.readLong());
            }
            return received(firstByte, in.readNBytes(length));
        } catch (EOFException | SocketException _) {
            return Frame.END;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Frame received(int firstByte, byte[] payload) {
        int closeCode = firstByte == CLOSE && payload.length >= 2
                ? ByteBuffer.wrap(payload).getShort()
                : 0;
        var charset = firstByte == TEXT ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new Frame(firstByte, new String(payload, charset), closeCode);
    }

    /** The next text that is no heartbeat. */
    public String readText() {
        Frame frame = read();
        return frame.text().equals("2") ? readText() : frame.text();
    }

    /** Reads up to the close frame, or to the end of the stream if there is none. */
    public Frame readClose() {
        Frame frame = read();
        while (!frame.isClose() && !frame.isEnd()) {
            frame = read();
        }
        return frame;
    }

    /** Ends the connection with a reset and not with a close. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
