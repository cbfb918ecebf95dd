package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.homeroom.edge.wire.Polling;
import dev.homeroom.testing.PlainHttp;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages and ends over HTTP long-polling. */
class PollingIntegrationTests {
    @RegisterExtension
    final EngineServer server = new EngineServer();

    @Test
    void answersAPollWithAllThatWaits() {
        Polling client = server.start().poll();

        assertThat(client.post("4one\u001e4two\u001ebAQID\u001e4").body()).isEqualTo("ok");

        assertThat(client.poll().body()).isEqualTo("4one\u001e4two\u001ebAQID\u001e4");
    }

    @Test
    void holdsAPollUntilThereIsSomething() {
        Polling client = server.start().poll();
        CompletableFuture<HttpResponse<String>> poll = client.pollLater();
        assertThat(poll).isNotDone();

        client.post("4late");

        assertThat(poll.join().body()).isEqualTo("4late");
    }

    @Test
    void keepsTextThatIsNotAscii() {
        Polling client = server.start().poll();

        client.post("4grüße 😀\u0000\u202e");

        assertThat(client.poll().body()).isEqualTo("4grüße 😀\u0000\u202e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "2", "2probe", "5", "0{}", "4ok\u001e\u001e4ok", "b***"})
    void endsASessionThatSendsWhatIsNoPacket(String body) {
        Polling client = server.start().poll();
        assertThat(client.post(body).statusCode()).isEqualTo(400);

        server.awaitEnd(CloseReason.MALFORMED);
        assertThat(client.poll().statusCode()).isEqualTo(400);
    }

    @Test
    void endsASessionWithTwoPollsAtOnce() throws Exception {
        Polling client = server.start().poll();
        CompletableFuture<HttpResponse<String>> first = client.pollLater();
        CompletableFuture<HttpResponse<String>> second = client.pollLater();

        CompletableFuture.allOf(first, second).get(1, TimeUnit.MINUTES);

        assertThat(Stream.of(first, second).map(CompletableFuture::join))
                .extracting(HttpResponse::statusCode, HttpResponse::body)
                .containsExactlyInAnyOrder(tuple(200, "1"), tuple(400, "{\"code\":3,\"message\":\"Bad request\"}"));
        server.awaitEnd(CloseReason.OVERLAPPING_REQUESTS);
    }

    @Test
    void endsASessionWithTwoPostsAtOnce() {
        Polling client = server.start().poll();
        try (PlainHttp first = PlainHttp.open(server.port())) {
            first.send("POST " + EngineServer.PATH + "?EIO=4&transport=polling&sid=" + client.session()
                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n4x");
            // Until the first has been seen, the second is the first.
            Awaitility.await().until(() -> client.post("3").statusCode() != 200);
            assertThat(first.readAll()).doesNotStartWith("HTTP/1.1 200");
        }
        server.awaitEnd(CloseReason.OVERLAPPING_REQUESTS);
    }

    @Test
    void endsASessionWhosePollIsGivenUp() {
        Polling client = server.start().poll();
        long before = server.requests();
        try (PlainHttp poll = PlainHttp.open(server.port())) {
            poll.send("GET " + EngineServer.PATH + "?EIO=4&transport=polling&sid=" + client.session()
                    + " HTTP/1.1\r\nHost: x\r\n\r\n");
            Awaitility.await().until(() -> server.requests() == before + 1);
        }

        server.awaitEnd(CloseReason.TRANSPORT_LOST);
        assertThat(client.poll().body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    @Test
    void pingsAndEndsASessionThatDoesNotAnswer() {
        server.start(EngineServer.settings(Duration.ofMillis(200), Duration.ofSeconds(2), Set.of()));
        Polling client = server.poll();
        for (int i = 0; i < 3; i++) {
            assertThat(client.poll().body()).isEqualTo("2");
            assertThat(client.post("3").body()).isEqualTo("ok");
        }

        assertThat(client.poll().body()).isEqualTo("2");
        server.awaitEnd(CloseReason.PING_TIMEOUT);
        assertThat(client.post("3").body()).isEqualTo("{\"code\":1,\"message\":\"Session ID unknown\"}");
    }

    @Test
    void letsAPollGoWhenTheClientCloses() {
        Polling client = server.start().poll();
        CompletableFuture<HttpResponse<String>> poll = client.pollLater();
        Awaitility.await().during(Duration.ofMillis(50)).until(() -> !poll.isDone());

        assertThat(client.post("1").body()).isEqualTo("ok");

        assertThat(poll.join().body()).isEqualTo("6");
        server.awaitEnd(CloseReason.CLIENT_CLOSED);
    }

    @Test
    void answersThePollThatCrossesTheClientsClose() {
        Polling client = server.start().poll();

        client.post("1");

        assertThat(client.poll().body()).isEqualTo("6");
        assertThat(client.poll().statusCode()).isEqualTo(400);
        server.awaitEnd(CloseReason.CLIENT_CLOSED);
    }

    /** In two payloads: the standard client would keep what comes together with a close for its next connection. */
    @Test
    void sendsWhatIsQueuedBeforeItCloses() {
        Polling client = server.start().poll();
        Session session = server.opened.getFirst();
        session.send(EncodedMessage.text("one"), EncodedMessage.text("two"));

        session.close(CloseReason.SERVER_CLOSED);

        assertThat(client.poll().body()).isEqualTo("4one\u001e4two");
        assertThat(client.poll().body()).isEqualTo("1");
        server.awaitEnd(CloseReason.SERVER_CLOSED);
        Awaitility.await().until(() -> server.sessions() == 0);
    }

    @Test
    void forgetsAClosedSessionWhoseClientNeverPolls() {
        server.start().poll();

        server.opened.getFirst().close(CloseReason.SERVER_CLOSED);

        server.awaitEnd(CloseReason.SERVER_CLOSED);
    }

    @Test
    void answersThePollThatComesBehindAnotherOverOneConnection() {
        Polling client = server.start().poll();
        String poll = "GET " + EngineServer.PATH + "?EIO=4&transport=polling&sid=" + client.session()
                + " HTTP/1.1\r\nHost: x\r\n";
        try (PlainHttp connection = PlainHttp.open(server.port())) {
            connection.send(poll + "\r\n" + poll + "Connection: close\r\n\r\n");
            client.post("4one");
            assertThat(connection.readThrough("4one")).startsWith("HTTP/1.1 200");
            client.post("4two");
            assertThat(connection.readAll()).startsWith("HTTP/1.1 200").endsWith("4two");
        }
        assertThat(server.closed).isEmpty();
    }

    @Test
    void holdsThePollThatOvertakesTheEndOfTheLastAnswer() {
        Polling client = server.start().poll();
        Session session = server.opened.getFirst();
        session.send(EncodedMessage.text("x".repeat(20_000_000)));
        try (PlainHttp unread = PlainHttp.open(server.port())) {
            unread.send("GET " + EngineServer.PATH + "?EIO=4&transport=polling&sid=" + client.session()
                    + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            Awaitility.await().until(() -> unread.readAll(100).startsWith("HTTP/1.1 200"));
            session.send(EncodedMessage.text("next"));
            CompletableFuture<HttpResponse<String>> next = client.pollLater();
            Awaitility.await().during(Duration.ofMillis(100)).until(() -> !next.isDone());

            assertThat(unread.readAll()).hasSizeGreaterThan(19_000_000);

            assertThat(next.join().body()).isEqualTo("4next");
        }
    }

    @Test
    void closesASessionWhoseClientStopsReadingAnAnswer() {
        Polling client = server.start().poll();
        Session session = server.opened.getFirst();
        session.send(EncodedMessage.text("x".repeat(20_000_000)));
        try (PlainHttp unread = PlainHttp.open(server.port())) {
            unread.send("GET " + EngineServer.PATH + "?EIO=4&transport=polling&sid=" + client.session()
                    + " HTTP/1.1\r\nHost: x\r\n\r\n");
            Awaitility.await().until(() -> unread.readAll(100).startsWith("HTTP/1.1 200"));

            session.send(EncodedMessage.text("one"));
            session.send(EncodedMessage.text("two"));

            server.awaitEnd(CloseReason.SLOW_CONSUMER);
            assertThat(unread.readAll()).hasSizeLessThan(19_000_000);
        }
    }

    @Test
    void cutsTheAnswerThatIsNotReadWhenTheSessionHasEnded() {
        Polling client = server.start().poll();
        Session session = server.opened.getFirst();
        session.send(EncodedMessage.text("x".repeat(20_000_000)));
        try (PlainHttp unread = PlainHttp.open(server.port())) {
            unread.send("GET " + EngineServer.PATH + "?EIO=4&transport=polling&sid=" + client.session()
                    + " HTTP/1.1\r\nHost: x\r\n\r\n");
            Awaitility.await().until(() -> unread.readAll(100).startsWith("HTTP/1.1 200"));

            session.close(CloseReason.SERVER_CLOSED);

            Awaitility.await().until(() -> server.sessions() == 0);
            assertThat(unread.readAll()).hasSizeLessThan(19_000_000);
        }
    }

    @Test
    void takesAsManyPacketsInOnePostAsItMayAndNotOneMore() {
        Polling client = server.start().poll();
        String most = "4x\u001e".repeat(EngineServer.MAX_PACKETS - 1) + "4x";
        assertThat(client.post(most).body()).isEqualTo("ok");
        assertThat(client.poll().body()).isEqualTo(most);

        assertThat(client.post(most + "\u001e4x").statusCode()).isEqualTo(413);

        server.awaitEnd(CloseReason.TOO_LARGE);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Polling client = server.start().poll();

        assertThat(client.post("4" + "x".repeat(EngineServer.MAX_PAYLOAD)).statusCode())
                .isEqualTo(413);

        server.awaitEnd(CloseReason.TOO_LARGE);
    }

    @Test
    void readsABodyWithoutLengthNoFurtherThanTheLimit() {
        Polling client = server.start().poll();
        String chunk = "4" + "x".repeat(999);
        StringBuilder request = new StringBuilder("POST " + EngineServer.PATH + "?EIO=4&transport=polling&sid="
                + client.session() + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int i = 0; i < 11; i++) {
            request.append("3e8\r\n").append(chunk).append("\r\n");
        }

        // Without the last chunk: the answer must not wait for it.
        assertThat(PlainHttp.send(server.port(), request.toString())).startsWith("HTTP/1.1 413");

        server.awaitEnd(CloseReason.TOO_LARGE);
    }

    @Test
    void refusesBinaryBodies() {
        Polling client = server.start().poll();

        assertThat(client.post("application/octet-stream", (byte) 4, (byte) 1).statusCode())
                .isEqualTo(400);

        server.awaitEnd(CloseReason.MALFORMED);
    }

    @Test
    void refusesBodiesThatAreNotUtf8() {
        Polling client = server.start().poll();

        assertThat(client.post("text/plain", (byte) '4', (byte) 0xC3, (byte) 0x28)
                        .statusCode())
                .isEqualTo(400);

        server.awaitEnd(CloseReason.MALFORMED);
    }

    @Test
    void keepsTheReplacementCharacterThatAClientSends() {
        Polling client = server.start().poll();

        client.post("text/plain", "4\uFFFD".getBytes(StandardCharsets.UTF_8));

        assertThat(client.poll().body()).isEqualTo("4\uFFFD");
    }

    @Test
    void answersThePostOnWhichTheApplicationFails() {
        Polling client = server.start().poll();

        assertThat(client.post("4fail\u001e4more").body()).isEqualTo("ok");

        assertThat(client.poll().body()).isEqualTo("1");
        server.awaitEnd(CloseReason.INTERNAL_ERROR);
    }

    @Test
    void slowsDownAClientThatFloods() {
        Polling client = server.start(EngineServer.readingInOneSecond(10)).poll();
        long start = System.nanoTime();
        for (int i = 0; i < 60; i++) {
            client.post("3");
        }

        // Six seconds' worth, of which two are a burst.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(3_900));
        assertThat(server.closed).isEmpty();
    }
}
