package dev.homeroom.faults.frontdoor;

import dev.homeroom.faults.deployment.Program;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One origin for browsers: pages and sockets from an edge, the API from an archiver. It decides as {@code front-door/nginx.conf}
 * does: a browser keeps its edge by a cookie; who does not answer, or says 503, is passed over for the next one, unless the
 * request may have been carried out. One request on each connection. Any thread.
 */
public final class FrontDoor implements AutoCloseable {
    private static final int BACKLOG = 1_000;
    private static final int UNAVAILABLE = 503;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String NOBODY = "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final ServerSocket server;
    private final Routes routes;

    private FrontDoor(ServerSocket server, Routes routes) {
        this.server = server;
        this.routes = routes;
    }

    /** Opens it on a free port of 127.0.0.1. */
    public static FrontDoor before(Stream<Program> edges, Stream<Program> archivers) throws IOException {
        Routes routes = new Routes(upstreams(edges), upstreams(archivers));
        FrontDoor door = new FrontDoor(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()), routes);
        Thread.ofVirtual().start(door::accept);
        return door;
    }

    private static List<Upstream> upstreams(Stream<Program> programs) {
        return programs.map(program -> new Upstream(program.name(), program.port()))
                .toList();
    }

    public int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // It is closed, or the client is gone already.
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                InputStream in = new BufferedInputStream(client.getInputStream());
                OutputStream out = client.getOutputStream()) {
            client.setTcpNoDelay(true);
            Head head = Head.read(in).orElseThrow(EOFException::new);
            serve(new Request(passedOn(head), in.readNBytes(head.length())), in, out);
        } catch (IOException _) {
            // One of the two is gone.
        }
    }

    private static Head passedOn(Head head) {
        return head.with("X-Forwarded-For", "127.0.0.1")
                .with("X-Forwarded-Proto", "http")
                .with("Connection", head.wantsWebSocket() ? "upgrade" : "close");
    }

    private void serve(Request request, InputStream in, OutputStream out) throws IOException {
        Routes.Route route = routes.of(request.head());
        byte[] refusal = NOBODY.getBytes(StandardCharsets.ISO_8859_1);
        for (Upstream upstream : route.candidates()) {
            try (Socket there = upstream.connect()) {
                there.setSoTimeout(route.patienceMs());
                request.writeTo(there.getOutputStream());
                InputStream answers = new BufferedInputStream(there.getInputStream());
                Head answer = Head.read(answers).orElseThrow(EOFException::new);
                there.setSoTimeout(0);
                if (answer.status() != UNAVAILABLE || !request.isIdempotent()) {
                    pass(answer, answers, route.newCookie(), out, () -> pump(in, there));
                    return;
                }
                refusal = whole(answer, answers);
                upstream.failed();
            } catch (IOException _) {
                upstream.failed();
                if (!request.isIdempotent()) {
                    break;
                }
            }
        }
        out.write(refusal);
    }

    /** Does not fail, since nobody else is asked any more: then the client is left in the midst of it. */
    private static void pass(
            Head answer, InputStream answers, Optional<String> newCookie, OutputStream out, Runnable upstream) {
        try {
            if (answer.status() == SWITCHING_PROTOCOLS) {
                answer.writeTo(out);
                Thread.ofVirtual().start(upstream);
            } else {
                Head closing = answer.with("Connection", "close");
                newCookie
                        .map(cookie -> closing.with("Set-Cookie", cookie))
                        .orElse(closing)
                        .writeTo(out);
            }
            answers.transferTo(out);
        } catch (IOException _) {
            // One of the two is gone.
        }
    }

    private static byte[] whole(Head answer, InputStream answers) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        answer.with("Connection", "close").writeTo(whole);
        answers.transferTo(whole);
        return whole.toByteArray();
    }

    private static void pump(InputStream in, Socket there) {
        try (there) {
            in.transferTo(there.getOutputStream());
        } catch (IOException _) {
            // It ends with either of the two.
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
