package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.Polling;
import dev.homeroom.edge.wire.RawWebSocket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Coming over from long-polling to WebSocket. */
class UpgradeIntegrationTests {
    @RegisterExtension
    final EngineServer server = new EngineServer();

    private RawWebSocket upgraded(Polling client) {
        RawWebSocket socket = server.probe(client);
        socket.text("2probe");
        assertThat(socket.read().text()).isEqualTo("3probe");
        socket.text("5");
        socket.text("4arrived");
        assertThat(socket.readText()).isEqualTo("4arrived");
        return socket;
    }

    @Test
    void letsTheWaitingPollGoWhenProbed() {
        Polling client = server.start().poll();
        CompletableFuture<HttpResponse<String>> poll = client.pollLater();
        Awaitility.await().during(Duration.ofMillis(50)).until(() -> !poll.isDone());

        RawWebSocket socket = server.probe(client);
        socket.text("2probe");

        assertThat(socket.read().text()).isEqualTo("3probe");
        assertThat(poll.join().body()).isEqualTo("6");
    }

    @Test
    void letsAPollThatComesAfterTheProbeGo() {
        Polling client = server.start().poll();
        RawWebSocket socket = server.probe(client);
        socket.text("2probe");
        assertThat(socket.read().text()).isEqualTo("3probe");

        assertThat(client.poll().body()).isEqualTo("6");
    }

    @Test
    void sendsOverTheOldTransportUntilTheUpgradeIsComplete() {
        Polling client = server.start().poll();
        RawWebSocket socket = server.probe(client);
        socket.text("2probe");
        assertThat(socket.read().text()).isEqualTo("3probe");

        client.post("4still polling");

        assertThat(client.poll().body()).isEqualTo("4still polling");
    }

    @Test
    void sendsOverTheNewTransportWhatWaited() {
        Polling client = server.start().poll();
        RawWebSocket socket = server.probe(client);
        socket.text("2probe");
        assertThat(socket.read().text()).isEqualTo("3probe");
        client.post("4one\u001e4two");

        socket.text("5");

        assertThat(socket.readText()).isEqualTo("4one");
        assertThat(socket.readText()).isEqualTo("4two");
        assertThat(server.closed).isEmpty();
    }

    @Test
    void hasDoneWithPollingAfterwards() {
        Polling client = server.start().poll();
        RawWebSocket socket = upgraded(client);

        assertThat(client.poll().statusCode()).isEqualTo(400);
        assertThat(client.post("4x").statusCode()).isEqualTo(400);

        socket.text("4alive");
        assertThat(socket.readText()).isEqualTo("4alive");
    }

    @Test
    void takesNoSecondWebSocket() {
        Polling client = server.start().poll();
        RawWebSocket socket = upgraded(client);

        assertThat(server.probe(client).readClose().closeCode()).isEqualTo(1002);

        socket.text("4alive");
        assertThat(socket.readText()).isEqualTo("4alive");
    }

    @Test
    void takesOneProbeAtATime() {
        Polling client = server.start().poll();
        RawWebSocket first = server.probe(client);
        first.text("2probe");
        assertThat(first.read().text()).isEqualTo("3probe");

        assertThat(server.probe(client).readClose().closeCode()).isEqualTo(1002);

        first.text("5");
        first.text("4mine");
        assertThat(first.readText()).isEqualTo("4mine");
    }

    @Test
    void staysWithPollingWhenTheProbeIsReset() throws Exception {
        Polling client = server.start().poll();
        RawWebSocket socket = server.probe(client);
        socket.text("2probe");
        assertThat(socket.read().text()).isEqualTo("3probe");

        socket.reset();

        client.post("4polling");
        assertThat(client.poll().body()).isEqualTo("4polling");
        Awaitility.await().untilAsserted(() -> {
            RawWebSocket again = server.probe(client);
            again.text("2probe");
            assertThat(again.read().text()).isEqualTo("3probe");
        });
        assertThat(server.closed).isEmpty();
    }

    @Test
    void givesUpAProbeThatDoesNotComplete() {
        Polling client = server.start().poll();
        RawWebSocket socket = server.probe(client);
        socket.text("2probe");
        assertThat(socket.read().text()).isEqualTo("3probe");

        assertThat(socket.read().isEnd()).isTrue();

        client.post("4polling");
        assertThat(client.poll().body()).isEqualTo("4polling");
    }

    @Test
    void givesUpAProbeThatSendsAnythingElse() {
        Polling client = server.start().poll();
        RawWebSocket socket = server.probe(client);

        socket.text("4not yet");

        assertThat(socket.readClose().isEnd()).isTrue();
        assertThat(server.closed).isEmpty();
    }

    @Test
    void refusesAnotherVersionAtTheUpgrade() {
        Polling client = server.start().poll();

        RawWebSocket socket = RawWebSocket.open(
                server.port(), EngineServer.PATH + "?EIO=3&transport=websocket&sid=" + client.session());

        assertThat(socket.response()).startsWith("HTTP/1.1 400");
    }

    @Test
    void endsWithTheSessionThatItWasToTakeOver() {
        Polling client = server.start().poll();
        RawWebSocket socket = server.probe(client);
        socket.text("2probe");
        assertThat(socket.read().text()).isEqualTo("3probe");

        client.post("1");
        socket.text("5");

        assertThat(socket.readClose().isEnd()).isTrue();
        server.awaitEnd(CloseReason.CLIENT_CLOSED);
    }
}
