package dev.homeroom.bench.tiny;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One WebSocket of a {@link TinyServer}, on a thread of its own. */
final class TinyConnection {
    private static final int TEXT = 0x81;
    private static final int CLOSE = 0x88;

    private final Socket socket;
    private final TinyServer server;
    final List<String> waiting = new ArrayList<>();

    TinyConnection(Socket socket, TinyServer server) {
        this.socket = socket;
        this.server = server;
    }

    void serve() {
        try (socket) {
            DataInputStream input = new DataInputStream(socket.getInputStream());
            readHeader(input);
            socket.getOutputStream()
                    .write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                            .getBytes(US_ASCII));
            send("0{\"sid\":\"e\",\"upgrades\":[],\"pingInterval\":25000,\"pingTimeout\":20000,\"maxPayload\":100000}");
            for (int first = input.readUnsignedByte(); first != CLOSE; first = input.readUnsignedByte()) {
                server.received(this, readPayload(input));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readHeader(DataInputStream input) throws IOException {
        StringBuilder header = new StringBuilder();
        while (header.indexOf("\r\n\r\n") < 0) {
            header.append((char) input.readUnsignedByte());
        }
    }

    private static String readPayload(DataInputStream input) throws IOException {
        int length = input.readUnsignedByte() & 0x7f;
        length = length == 126 ? input.readUnsignedShort() : length;
        byte[] mask = input.readNBytes(4);
        byte[] payload = input.readNBytes(length);
        for (int i = 0; i < length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new String(payload, UTF_8);
    }

    void end() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void send(String packet) {
        byte[] payload = packet.getBytes(UTF_8);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 4).put((byte) TEXT);
        if (payload.length < 126) {
            frame.put((byte) payload.length);
        } else {
            frame.put((byte) 126).putShort((short) payload.length);
        }
        frame.put(payload);
        try {
            socket.getOutputStream().write(frame.array(), 0, frame.position());
        } catch (IOException _) {
            // The client has gone, which the reading side sees.
        }
    }
}
