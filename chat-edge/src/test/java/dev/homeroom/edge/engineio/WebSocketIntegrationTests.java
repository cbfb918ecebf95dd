package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.RawWebSocket;
import java.time.Duration;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Messages, bounds and ends over WebSocket. */
class WebSocketIntegrationTests {
    @RegisterExtension
    final EngineServer server = new EngineServer();

    private Session session() {
        return server.opened.getLast();
    }

    @Test
    void carriesTextAndBytesOfEveryLength() {
        RawWebSocket socket = server.start().connect();
        for (int length : new int[] {0, 1, 124, 125, 126, 127, 4_095, 4_096, 9_999}) {
            socket.text("4" + "x".repeat(length));
            assertThat(socket.readText()).isEqualTo("4" + "x".repeat(length));
            socket.binary(new byte[length]);
            assertThat(socket.readText()).isEqualTo("\0".repeat(length));
        }
    }

    @Test
    void sendsMessagesLargerThanItsBuffers() {
        RawWebSocket socket = server.start().connect();
        String large = "x".repeat(3_000_000);

        session().send(EncodedMessage.text("before"), EncodedMessage.text(large), EncodedMessage.text("after"));
        session().flush();

        assertThat(socket.readText()).isEqualTo("4before");
        assertThat(socket.readText()).isEqualTo("4" + large);
        assertThat(socket.readText()).isEqualTo("4after");
    }

    @Test
    void keepsTheOrderOfWhatManyFlushesSend() {
        RawWebSocket socket = server.start().connect();

        for (int i = 0; i < 10_000; i++) {
            session().send(EncodedMessage.text(Integer.toString(i)));
            if (i % 3 == 0) {
                session().flush();
            }
        }
        session().flush();

        for (int i = 0; i < 10_000; i++) {
            assertThat(socket.readText()).isEqualTo("4" + i);
        }
    }

    @Test
    void sendsNothingBeforeItIsFlushed() {
        RawWebSocket socket = server.start().connect();
        session().send(EncodedMessage.text("queued"));

        socket.frame(RawWebSocket.PING); // its pong is flushed, and takes along what waits

        assertThat(socket.readText()).isEqualTo("4queued");
        assertThat(socket.read().firstByte()).isEqualTo(RawWebSocket.PONG);
    }

    @Test
    void closesASessionThatStopsReadingAndNoOther() {
        RawWebSocket stuck = server.start().connect();
        Session slow = session();
        RawWebSocket decent = server.connect();

        overwhelm(slow);

        decent.text("4fine");
        assertThat(decent.readText()).isEqualTo("4fine");
        Awaitility.await().until(() -> server.sessions() == 1);
        assertThat(stuck.readClose().isEnd()).isTrue();
    }

    @Test
    void tellsASlowReaderWhyWhenItReadsOn() {
        RawWebSocket stuck = server.start(EngineServer.patientInTheEnd()).connect();
        Session slow = session();

        overwhelm(slow);

        assertThat(stuck.readClose().closeCode()).isEqualTo(1013);
        server.awaitEnd(CloseReason.SLOW_CONSUMER);
    }

    /** The kernel takes some megabytes, the queue takes 200 KB. */
    private void overwhelm(Session slow) {
        EncodedMessage message = EncodedMessage.text("x".repeat(10_000));
        for (int i = 0; i < 5_000 && server.closed.isEmpty(); i++) {
            slow.send(message);
            slow.flush();
        }
        server.awaitEndOfOne(CloseReason.SLOW_CONSUMER);
    }

    @Test
    void answersTheClientsClose() {
        RawWebSocket socket = server.start().connect();

        socket.frame(RawWebSocket.CLOSE, (byte) (1000 >> 8), (byte) 1000);

        assertThat(socket.readClose().closeCode()).isEqualTo(1000);
        server.awaitEnd(CloseReason.CLIENT_CLOSED);
    }

    @Test
    void endsWithTheClientsClosePacket() {
        RawWebSocket socket = server.start().connect();

        socket.text("1");

        assertThat(socket.readClose().closeCode()).isEqualTo(1000);
        server.awaitEndOfOne(CloseReason.CLIENT_CLOSED);
    }

    @Test
    void sendsWhatIsQueuedBeforeItCloses() {
        RawWebSocket socket = server.start().connect();
        session().send(EncodedMessage.text("last"));

        session().close(CloseReason.SERVER_CLOSED);

        assertThat(socket.readText()).isEqualTo("4last");
        assertThat(socket.readClose().closeCode()).isEqualTo(1000);
    }

    @Test
    void doesNotWaitLongForAnAnswerToItsClose() {
        RawWebSocket socket = server.start().connect();

        session().close(CloseReason.SERVER_CLOSED);

        assertThat(socket.readClose().closeCode()).isEqualTo(1000);
        assertThat(socket.read().isEnd()).isTrue();
        server.awaitEnd(CloseReason.SERVER_CLOSED);
    }

    @Test
    void closesWhileWritesAreBlocked() {
        server.start().connect();
        session().send(EncodedMessage.text("x".repeat(20_000_000)));
        session().flush();

        session().close(CloseReason.SERVER_CLOSED);

        server.awaitEnd(CloseReason.SERVER_CLOSED);
    }

    @Test
    void noticesAReset() throws Exception {
        RawWebSocket socket = server.start().connect();

        socket.reset();

        server.awaitEnd(CloseReason.TRANSPORT_LOST);
    }

    @Test
    void noticesTheEndOfTheStream() throws Exception {
        RawWebSocket socket = server.start().connect();

        socket.close();

        server.awaitEnd(CloseReason.TRANSPORT_LOST);
    }

    @Test
    void survivesAnApplicationThatFails() {
        RawWebSocket socket = server.start().connect();

        socket.text("4fail");

        assertThat(socket.readClose().closeCode()).isEqualTo(1011);
        server.awaitEnd(CloseReason.INTERNAL_ERROR);
    }

    @Test
    void closesAllSessionsWhenItStops() throws Exception {
        RawWebSocket socket = server.start().connect();

        server.stop();

        assertThat(socket.readClose().closeCode()).isEqualTo(1001);
        assertThat(server.closed).containsExactly(CloseReason.SHUTDOWN);
    }

    @Test
    void pingsAndEndsASessionThatDoesNotAnswer() {
        server.start(EngineServer.settings(Duration.ofMillis(200), Duration.ofSeconds(2), Set.of()));
        RawWebSocket socket = server.connect();
        for (int i = 0; i < 4; i++) {
            assertThat(socket.read().text()).isEqualTo("2");
            socket.text("3");
        }

        assertThat(socket.read().text()).isEqualTo("2");
        assertThat(socket.readClose().closeCode()).isEqualTo(1001);
        server.awaitEnd(CloseReason.PING_TIMEOUT);
    }

    @Test
    void isNotKeptAliveByPongsThatNobodyAskedFor() {
        server.start(EngineServer.settings(Duration.ofMillis(300), Duration.ofMillis(200), Set.of()));
        RawWebSocket socket = server.connect();

        for (int i = 0; i < 20; i++) {
            socket.text("3");
        }

        assertThat(socket.read().text()).isEqualTo("2");
        assertThat(socket.readClose().closeCode()).isEqualTo(1001);
        server.awaitEnd(CloseReason.PING_TIMEOUT);
    }

    @Test
    void isNotKeptAliveByAMessageThatNeverEnds() {
        server.start(EngineServer.settings(Duration.ofMillis(200), Duration.ofMillis(200), Set.of()));
        RawWebSocket socket = server.connect();
        socket.raw((byte) 0x81, (byte) 0xFE, (byte) 0x10, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0);

        Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> {
            socket.raw((byte) '4');
            return !server.closed.isEmpty();
        });

        server.awaitEnd(CloseReason.PING_TIMEOUT);
    }

    @Test
    void tellsOfTheEndOnAnotherThreadThanTheOneThatSends() {
        server.start().connect();
        Session slow = session();
        Object lock = new Object();
        EncodedMessage message = EncodedMessage.text("x".repeat(100_000));

        // As a fan-out does: it holds a lock that the application's closed() may want, too.
        synchronized (lock) {
            for (int i = 0; i < 500 && server.sessions() > 0; i++) {
                slow.send(message);
                slow.flush();
            }
            assertThat(server.closingThreads).doesNotContain(Thread.currentThread());
        }
        server.awaitEnd(CloseReason.SLOW_CONSUMER);
    }
}
