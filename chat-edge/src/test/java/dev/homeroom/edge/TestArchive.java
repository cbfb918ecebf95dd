package dev.homeroom.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.homeroom.contract.Cursor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers {@code GET /api/rooms/{id}/messages?through=<cursor>} for one room, as an archiver does that is not behind. */
final class TestArchive implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final String token;
    private final Supplier<List<JsonNode>> messages;
    private final HttpServer server;

    /**
     * @param token what callers have to bring
     * @param messages all of the room so far, as events
     */
    TestArchive(String token, Supplier<List<JsonNode>> messages) {
        this.token = token;
        this.messages = messages;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/rooms/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            byte[] body = JSON.writeValueAsBytes(
                    history(through(exchange.getRequestURI().getQuery())));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ObjectNode history(long offset) {
        ObjectNode view = JSON.createObjectNode();
        ArrayNode items = view.putArray("items");
        for (JsonNode message : messages.get()) {
            if (offset(message.path("cursor").asString()) <= offset) {
                items.add(
                        ((ObjectNode) message.deepCopy()).put("kind", "message").put("removed", false));
            }
        }
        return view.putNull("before").put("complete", true);
    }

    private static long through(String query) {
        return Arrays.stream(query.split("&"))
                .filter(parameter -> parameter.startsWith("through="))
                .map(parameter -> offset(parameter.substring("through=".length())))
                .findFirst()
                .orElseThrow();
    }

    private static long offset(String cursor) {
        return Cursor.parse(cursor).orElseThrow().position().offset();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
