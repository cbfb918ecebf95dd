package dev.homeroom.testing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Requests that a decent client would not send, over one connection. Reading fails after a minute. */
public final class PlainHttp implements Closeable {
    private static final int PATIENCE_MS = 60_000;

    private final Socket socket;

    private PlainHttp(int port) throws IOException {
        socket = new Socket("localhost", port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MS);
    }

    public static PlainHttp open(int port) {
        try {
            return new PlainHttp(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once the server has closed there is nobody to send to, which is not this client's failure. */
    public void send(String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        } catch (SocketException _) {
            // the answer, or its absence, is in what can be read
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server has closed, without anything having been read. */
    public boolean isClosed() {
        try {
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true; // reset
        }
    }

    /** All that comes until the server closes; what came before a reset counts. */
    public String readAll() {
        return readAll(Integer.MAX_VALUE);
    }

    /** All that comes, as far as this text. */
    public String readThrough(String text) {
        StringBuilder read = new StringBuilder();
        String more = "more";
        while (read.indexOf(text) < 0 && !more.isEmpty()) {
            more = readAll(1);
            read.append(more);
        }
        return read.toString();
    }

    /** All that comes, and no more than so much. */
    public String readAll(int most) {
        StringBuilder all = new StringBuilder();
        byte[] buffer = new byte[Math.min(most, 65_536)];
        try {
            int read = 0;
            while (read >= 0 && all.length() < most) {
                read = socket.getInputStream().read(buffer, 0, Math.min(buffer.length, most - all.length()));
                all.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException _) {
            // reset
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The whole answer to a request without a body. */
    public static String send(int port, String method, String target) {
        return send(
                port,
                method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                        + "Content-Length: 0\r\n\r\n");
    }

    public static String send(int port, String request) {
        try (PlainHttp connection = open(port)) {
            connection.send(request);
            return connection.readAll();
        }
    }
}
