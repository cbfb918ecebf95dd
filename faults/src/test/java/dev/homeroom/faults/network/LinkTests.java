package dev.homeroom.faults.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link to a server that answers each byte with the same one. */
class LinkTests {
    private static final int PATIENCE_MS = 5_000;
    private static final int IMPATIENCE_MS = 200;

    private ServerSocket server;
    private Link link;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
        link = Link.to("test to echo", server.getLocalPort());
    }

    @AfterEach
    void end() throws IOException {
        link.close();
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> echo(socket));
            }
        } catch (IOException _) {
            // It is over.
        }
    }

    private static void echo(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException _) {
            // It was cut.
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), link.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    private static int ask(Socket socket, int question) throws IOException {
        socket.getOutputStream().write(question);
        return socket.getInputStream().read();
    }

    private static boolean isBroken(Socket socket) {
        try {
            return ask(socket, 8) < 0;
        } catch (SocketTimeoutException _) {
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    @Test
    void leadsToItsTarget() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 7)).isEqualTo(7);
        }
    }

    @Test
    void breaksConnectionsAndRefusesNewOnesWhileItIsCut() throws IOException {
        try (Socket before = connect()) {
            ask(before, 7);
            link.cut();

            assertThat(isBroken(before)).isTrue();
            try (Socket during = connect()) {
                assertThat(isBroken(during)).isTrue();
            }
        }
        link.mend();
        try (Socket after = connect()) {
            assertThat(ask(after, 10)).isEqualTo(10);
        }
    }

    @Test
    void letsConnectionsHangWhileItIsSilentAndLosesNothing() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, 7);
            link.silence();
            socket.setSoTimeout(IMPATIENCE_MS);

            assertThatThrownBy(() -> ask(socket, 8)).isInstanceOf(SocketTimeoutException.class);

            link.mend();
            socket.setSoTimeout(PATIENCE_MS);
            assertThat(socket.getInputStream().read()).isEqualTo(8);
            assertThat(ask(socket, 9)).isEqualTo(9);
        }
    }
}
