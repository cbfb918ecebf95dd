package dev.homeroom.edge.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.edge.wire.RawWebSocket;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What RFC 6455 forbids, and what it allows and would cost too much, ends the session with the right code at once. */
class HostileFramesIntegrationTests {
    private static final int FRAGMENT_OF_TEXT = 0x01;
    private static final int CONTINUATION = 0x00;
    private static final int LAST_CONTINUATION = 0x80;

    @RegisterExtension
    final EngineServer server = new EngineServer();

    static Stream<Arguments> hostileFrames() {
        return Stream.of(
                hostile("an unmasked frame", 1002, socket -> socket.unmaskedFrame(RawWebSocket.TEXT, (byte) '4')),
                hostile("reserved bit 1, as if deflated", 1002, socket -> socket.frame(0xC1, (byte) '4')),
                hostile("reserved bit 2", 1002, socket -> socket.frame(0xA1, (byte) '4')),
                hostile("reserved bit 3", 1002, socket -> socket.frame(0x91, (byte) '4')),
                hostile("an unknown kind of data frame", 1002, socket -> socket.frame(0x83, (byte) '4')),
                hostile("an unknown kind of control frame", 1002, socket -> socket.frame(0x8B)),
                hostile("a ping in fragments", 1002, socket -> socket.frame(0x09, (byte) 1)),
                hostile("a ping of 126 bytes", 1002, socket -> socket.frame(RawWebSocket.PING, new byte[126])),
                hostile("a close of one byte", 1002, socket -> socket.frame(RawWebSocket.CLOSE, (byte) 3)),
                hostile(
                        "a close with a forbidden code",
                        1002,
                        socket -> socket.frame(RawWebSocket.CLOSE, (byte) (1005 >> 8), (byte) 1005)),
                hostile("a continuation of nothing", 1002, socket -> socket.frame(LAST_CONTINUATION, (byte) '4')),
                hostile("a text within a text", 1002, socket -> {
                    socket.frame(FRAGMENT_OF_TEXT, (byte) '4');
                    socket.frame(RawWebSocket.TEXT, (byte) '4');
                }),
                hostile(
                        "a text that is not UTF-8",
                        1007,
                        socket -> socket.frame(RawWebSocket.TEXT, (byte) '4', (byte) 0xC3, (byte) 0x28)),
                hostile(
                        "a surrogate in UTF-8",
                        1007,
                        socket -> socket.frame(RawWebSocket.TEXT, (byte) '4', (byte) 0xED, (byte) 0xA0, (byte) 0x80)),
                hostile("a text that breaks off within a character", 1007, socket -> {
                    socket.frame(FRAGMENT_OF_TEXT, (byte) '4', (byte) 0xF0);
                    socket.frame(LAST_CONTINUATION, (byte) 0x9F);
                }),
                hostile(
                        "a length with the top bit set",
                        1009,
                        socket -> socket.raw(
                                (byte) 0x81,
                                (byte) 0xFF,
                                (byte) 0x80,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 1,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0,
                                (byte) 0)),
                hostile(
                        "a message that is too large",
                        1009,
                        socket -> socket.frame(RawWebSocket.BINARY, new byte[EngineServer.MAX_PAYLOAD + 1])),
                hostile("fragments that are too large together", 1009, socket -> {
                    socket.frame(FRAGMENT_OF_TEXT, new byte[6_000]);
                    socket.frame(LAST_CONTINUATION, new byte[6_000]);
                }),
                hostile("endless empty fragments", 1009, socket -> {
                    socket.frame(FRAGMENT_OF_TEXT);
                    for (int i = 0; i < 100; i++) {
                        socket.frame(CONTINUATION);
                    }
                }),
                hostile("an empty packet", 1002, socket -> socket.text("")),
                hostile("a packet of no kind", 1002, socket -> socket.text("abc")),
                hostile("a ping, which only servers send", 1002, socket -> socket.text("2")),
                hostile("an upgrade of what is upgraded", 1002, socket -> socket.text("5")));
    }

    private static Arguments hostile(String what, int closeCode, Consumer<RawWebSocket> sending) {
        return Arguments.argumentSet(what, closeCode, sending);
    }

    @ParameterizedTest
    @MethodSource("hostileFrames")
    void endsTheSession(int closeCode, Consumer<RawWebSocket> sending) {
        RawWebSocket socket = server.start().connect();

        sending.accept(socket);

        assertThat(socket.readClose().closeCode()).isEqualTo(closeCode);
        assertThat(socket.read().isEnd()).isTrue();
        server.awaitEnd(
                switch (closeCode) {
                    case 1007 -> CloseReason.NOT_UTF8;
                    case 1009 -> CloseReason.TOO_LARGE;
                    default -> CloseReason.MALFORMED;
                });
    }

    @Test
    void putsFragmentsTogetherAlsoAroundAPing() {
        RawWebSocket socket = server.start().connect();

        socket.frame(FRAGMENT_OF_TEXT, (byte) '4', (byte) 0xC3);
        socket.frame(RawWebSocket.PING, (byte) 7);
        socket.frame(CONTINUATION);
        socket.frame(LAST_CONTINUATION, (byte) 0xBC);

        assertThat(socket.read()).isEqualTo(new RawWebSocket.Frame(RawWebSocket.PONG, "\u0007", 0));
        assertThat(socket.readText()).isEqualTo("4ü");
    }

    @Test
    void takesAFrameThatComesByteByByte() {
        RawWebSocket socket = server.start().connect();

        for (byte b : new byte[] {(byte) 0x81, (byte) 0x83, 0, 0, 0, 0, '4', 'h', 'i'}) {
            socket.raw(b);
        }

        assertThat(socket.readText()).isEqualTo("4hi");
    }

    @Test
    void takesManyFramesThatComeAtOnce() {
        RawWebSocket socket = server.start().connect();
        byte[] frames = new byte[9 * 50];
        for (int i = 0; i < 50; i++) {
            System.arraycopy(
                    new byte[] {(byte) 0x81, (byte) 0x83, 0, 0, 0, 0, '4', (byte) ('0' + i / 10), (byte) ('0' + i % 10)
                    },
                    0,
                    frames,
                    9 * i,
                    9);
        }

        socket.raw(frames);

        for (int i = 0; i < 50; i++) {
            assertThat(socket.readText()).isEqualTo("4" + i / 10 + i % 10);
        }
    }

    @Test
    void answersAFloodOfPingsWithoutHarmToOthers() {
        RawWebSocket flooding = server.start().connect();
        RawWebSocket decent = server.connect();
        for (int i = 0; i < 20_000; i++) {
            flooding.raw((byte) 0x89, (byte) 0x80, (byte) 0, (byte) 0, (byte) 0, (byte) 0);
        }

        long start = System.nanoTime();
        decent.text("4still here");

        assertThat(decent.readText()).isEqualTo("4still here");
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        assertThat(flooding.read().firstByte()).isEqualTo(RawWebSocket.PONG);
    }
}
