package dev.homeroom.edge;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * One address for an edge and an archive, as in a real deployment. A connection belongs to the one or the other by its
 * first request.
 */
final class FrontDoor implements Edge, AutoCloseable {
    private static final String API = "GET /api/";

    private final ServerSocket server;
    private final URI edge;
    private final URI archive;

    FrontDoor(Edge edge, URI archive) {
        this.edge = URI.create(edge.address());
        this.archive = archive;
        try {
            server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // It is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] first = client.getInputStream().readNBytes(API.length());
            URI target = new String(first, StandardCharsets.US_ASCII).equals(API) ? archive : edge;
            try (Socket server = new Socket(target.getHost(), target.getPort())) {
                server.getOutputStream().write(first);
                Thread back = Thread.ofVirtual().start(() -> pump(server, client));
                pump(client, server);
                back.join();
            }
        } catch (IOException _) {
            // Both ends are closed.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException _) {
            // Both ends are closed.
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
