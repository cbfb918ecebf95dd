package dev.homeroom.bench.school;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.homeroom.api.Api;
import dev.homeroom.api.ApiException;
import dev.homeroom.bench.check.Findings;
import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.check.RoomCheck;
import dev.homeroom.bench.check.Stamp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads transcripts of an API that gives three messages a page, newest page first. */
class TranscriptsTests {
    private static final String PATH = "/api/rooms/room/transcript?kind=message&limit=";

    private HttpServer server;
    private Transcripts transcripts;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", TranscriptsTests::answer);
        server.start();
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        transcripts = new Transcripts(Api.at(url).as("token"), List.of("room", "unknown"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        boolean authorized = "Bearer token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        String body = authorized ? page(exchange.getRequestURI().toString()) : "";
        byte[] bytes = (body.isEmpty() ? "{\"title\":\"nothing here\"}" : body).getBytes(UTF_8);
        exchange.sendResponseHeaders(body.isEmpty() ? 404 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String page(String uri) {
        return switch (uri) {
            case PATH + "1" -> items(6, 7, "\"c6\"");
            case PATH + "500" -> items(4, 7, "\"c/4+\"");
            case PATH + "500&before=c%2F4%2B" -> items(1, 4, "\"c1\"");
            case PATH + "500&before=c1" -> items(0, 1, "null");
            default -> "";
        };
    }

    private static String items(int from, int to, String before) {
        return IntStream.range(from, to)
                .mapToObj(
                        sequence -> "{\"kind\":\"message\",\"message\":\"" + new Stamp(0, sequence, 1).text(80) + "\"}")
                .collect(Collectors.joining(",", "{\"items\":[", "],\"before\":" + before + "}"));
    }

    @Test
    void readsAllPagesInOrder() {
        Heard all = Heard.of(0, 1, 2, 3, 4, 5, 6);
        RoomCheck check = RoomCheck.of(new BitSet(), List.of(all), Optional.empty());
        assertThat(check.judge(transcripts.all(0))).isEqualTo(Findings.NONE);
    }

    @Test
    void findsTheNewestMessage() {
        assertThat(transcripts.newest(0)).map(Stamp::sequence).contains(6);
    }

    @Test
    void saysWhatTheServerAnswered() {
        assertThatThrownBy(() -> transcripts.newest(1))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("404")
                .hasMessageContaining("nothing here");
    }
}
