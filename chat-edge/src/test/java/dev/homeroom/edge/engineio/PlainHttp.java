package dev.homeroom.edge.engineio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests that a decent client would not send. */
final class PlainHttp {
    private static final int PATIENCE_MS = 10_000;

    private PlainHttp() {}

    /** The whole answer to a request without a body. */
    static String send(int port, String method, String target) {
        return send(
                port,
                method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Length: 0\r\n\r\n");
    }

    static String send(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE_MS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
