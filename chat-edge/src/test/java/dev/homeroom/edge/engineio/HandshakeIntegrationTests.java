package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import dev.homeroom.testing.PlainHttp;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening sessions, and what is refused instead. */
class HandshakeIntegrationTests {
    private static final Duration LONG = Duration.ofSeconds(30);

    @RegisterExtension
    final EngineServer server = new EngineServer();

    private HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + EngineServer.PATH + query));
    }

    @Test
    void tellsItsTimesAndLimitsWhenItOpens() {
        server.start();

        HttpResponse<String> opened = Polling.send(request("?EIO=4&transport=polling"));

        assertThat(opened.statusCode()).isEqualTo(200);
        assertThat(opened.body())
                .matches("0\\{\"sid\":\"[\\w-]{24}\",\"upgrades\":\\[\"websocket\"],\"pingInterval\":30000,"
                        + "\"pingTimeout\":30000,\"maxPayload\":10000}");
        assertThat(opened.headers().firstValue("Content-Type")).hasValue("text/plain; charset=UTF-8");
        assertThat(opened.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET  | ?EIO=4                            | 400 | {\"code\":0,\"message\":\"Transport unknown\"}",
                "GET  | ?EIO=4&transport=tobytes          | 400 | {\"code\":0,\"message\":\"Transport unknown\"}",
                "GET  | ?EIO=4&transport=__proto__        | 400 | {\"code\":0,\"message\":\"Transport unknown\"}",
                "GET  | ?transport=polling                | 400 | {\"code\":5,\"message\":\"Unsupported protocol version\"}",
                "GET  | ?EIO=3&transport=polling          | 400 | {\"code\":5,\"message\":\"Unsupported protocol version\"}",
                "POST | ?EIO=4&transport=polling          | 400 | {\"code\":2,\"message\":\"Bad handshake method\"}",
                "POST | ?EIO=3&transport=polling          | 400 | {\"code\":2,\"message\":\"Bad handshake method\"}",
                "POST | ?EIO=4&transport=websocket        | 400 | {\"code\":2,\"message\":\"Bad handshake method\"}",
                "PUT  | ?EIO=4&transport=polling          | 400 | {\"code\":2,\"message\":\"Bad handshake method\"}",
                "GET  | ?EIO=4&transport=websocket        | 400 | {\"code\":3,\"message\":\"Bad request\"}",
                "GET  | ?EIO=4&transport=polling&sid=x    | 400 | {\"code\":1,\"message\":\"Session ID unknown\"}",
                "GET  | ?EIO=4&transport=polling&sid=__proto__     | 400 | {\"code\":1,\"message\":\"Session ID unknown\"}",
                "POST | ?EIO=4&transport=polling&sid=constructor   | 400 | {\"code\":1,\"message\":\"Session ID unknown\"}",
                "GET  | ?EIO=3&transport=polling&sid=x    | 400 | {\"code\":1,\"message\":\"Session ID unknown\"}",
                "GET  | ?EIO=4&transport=websocket&sid=x  | 400 | {\"code\":1,\"message\":\"Session ID unknown\"}",
                "POST | ?EIO=4&transport=polling&sid=     | 400 | {\"code\":2,\"message\":\"Bad handshake method\"}",
                "GET  | ?EIO=4&transport=polling&sid=%zz  | 400 | {\"code\":3,\"message\":\"Bad request\"}"
            })
    void refusesWhatTheProtocolDoesNotKnow(String method, String query, int status, String body) {
        server.start();

        // The client checks what it sends, so a broken escape has to go through a plain socket.
        String answer = PlainHttp.send(server.port(), method, EngineServer.PATH + query);

        assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith(body);
        assertThat(server.sessions()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?EIO=4                                    | {\"code\":0,\"message\":\"Transport unknown\"}",
                "?EIO=4&transport=constructor              | {\"code\":0,\"message\":\"Transport unknown\"}",
                "?transport=websocket                      | {\"code\":5,\"message\":\"Unsupported protocol version\"}",
                "?EIO=3&transport=websocket                | {\"code\":5,\"message\":\"Unsupported protocol version\"}",
                "?EIO=4&transport=websocket&sid=x          | {\"code\":1,\"message\":\"Session ID unknown\"}",
                "?EIO=4&transport=websocket&sid=__proto__  | {\"code\":1,\"message\":\"Session ID unknown\"}"
            })
    void refusesWebSocketsThatTheProtocolDoesNotKnow(String query, String body) {
        server.start();

        RawWebSocket socket = RawWebSocket.open(server.port(), EngineServer.PATH + query);

        assertThat(socket.response()).startsWith("HTTP/1.1 400").contains("Connection: close");
        assertThat(socket.rest()).isEqualTo(body);
        assertThat(server.sessions()).isZero();
    }

    @Test
    void opensASessionWhereTheIdIsEmpty() {
        server.start();

        assertThat(Polling.send(request("?EIO=4&transport=polling&sid=")).body())
                .startsWith("0{");
    }

    @Test
    void leavesOtherPathsToOthers() {
        server.start();

        HttpResponse<String> response = Polling.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/engine.io/other")));

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void refusesMoreSessionsThanItMayHave() {
        server.start();
        for (int i = 0; i < 10; i++) {
            assertThat(openFrom("192.0.2." + i)).isEqualTo(200);
        }

        assertThat(openFrom("192.0.2.10")).isEqualTo(503);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,             192.0.2.1,         192.0.2.2",
        "2001:db8:1:2::1,       2001:db8:1:2::ff,  2001:db8:1:3::1",
        "unknown,               unknown,           192.0.2.2",
    })
    void refusesMoreSessionsOfOneAddressThanItMayHave(String address, String same, String other) {
        server.start();
        for (int i = 0; i < 8; i++) {
            assertThat(openFrom(address)).isEqualTo(200);
        }

        assertThat(openFrom(same)).isEqualTo(429);
        RawWebSocket socket = RawWebSocket.open(
                server.port(), EngineServer.PATH + "?EIO=4&transport=websocket", "X-Forwarded-For: " + same);
        assertThat(socket.response()).startsWith("HTTP/1.1 429");
        assertThat(socket.rest()).isEqualTo("{\"code\":3,\"message\":\"Too many sessions of one address\"}");
        assertThat(openFrom(other)).isEqualTo(200);

        server.opened.getFirst().close(CloseReason.SERVER_CLOSED);
        Awaitility.await().untilAsserted(() -> assertThat(openFrom(same)).isEqualTo(200));
    }

    private int openFrom(String address) {
        return Polling.send(request("?EIO=4&transport=polling").header("X-Forwarded-For", address))
                .statusCode();
    }

    @Test
    void negotiatesNoCompressionAndNoSubprotocol() {
        server.start();

        RawWebSocket socket = RawWebSocket.open(
                server.port(),
                EngineServer.PATH + "?EIO=4&transport=websocket",
                "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits",
                "Sec-WebSocket-Protocol: chat");

        assertThat(socket.response())
                .startsWith("HTTP/1.1 101")
                .doesNotContain("Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Padding, 40000",
        "Sec-WebSocket-Protocol, 32000",
    })
    void refusesHugeHeaders(String name, int length) {
        server.start();

        RawWebSocket socket = RawWebSocket.open(
                server.port(), EngineServer.PATH + "?EIO=4&transport=websocket", name + ": " + "x".repeat(length));

        assertThat(socket.response()).startsWith("HTTP/1.1 431");
    }

    @Test
    void refusesHeadersWithoutNumber() {
        server.start();
        String[] headers = new String[2_000];
        for (int i = 0; i < headers.length; i++) {
            headers[i] = "X-" + i + ": x";
        }

        RawWebSocket socket =
                RawWebSocket.open(server.port(), EngineServer.PATH + "?EIO=4&transport=websocket", headers);

        assertThat(socket.response()).startsWith("HTTP/1.1 431");
    }

    @ParameterizedTest
    @CsvSource({
        "https://pages.example, 200, https://pages.example",
        "https://evil.example, 403,",
        "https://pages.example.evil.example, 403,",
        "null, 403,"
    })
    void admitsOnlyAllowedOrigins(String origin, int status, String allowed) {
        server.start(EngineServer.settings(LONG, LONG, Set.of("https://pages.example")));

        HttpResponse<String> response =
                Polling.send(request("?EIO=4&transport=polling").header("Origin", origin));

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin").orElse(null))
                .isEqualTo(allowed);
    }

    @Test
    void admitsItsOwnPagesAlsoBehindAProxyThatEndsTls() {
        server.start();

        HttpResponse<String> response = Polling.send(
                request("?EIO=4&transport=polling").header("Origin", "https://localhost:" + server.port()));

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesWebSocketsOfForeignPages() {
        server.start();

        RawWebSocket socket = RawWebSocket.open(
                server.port(), EngineServer.PATH + "?EIO=4&transport=websocket", "Origin: https://evil.example");

        assertThat(socket.response()).startsWith("HTTP/1.1 403");
    }

    @Test
    void answersPreflightsOfAllowedPages() {
        server.start(EngineServer.settings(LONG, LONG, Set.of("https://pages.example")));

        HttpResponse<String> response = Polling.send(request("?EIO=4&transport=polling")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://pages.example")
                .header("Access-Control-Request-Headers", "content-type"));

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .hasValue("true");
        assertThat(response.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("content-type");
    }
}
