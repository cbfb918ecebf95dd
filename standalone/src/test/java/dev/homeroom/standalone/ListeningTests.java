package dev.homeroom.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homeroom.backends.Ports;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether Homeroom may listen where it is asked to. */
class ListeningTests {
    private final int port = Ports.free();

    @Test
    void findsNoObstacleAtAFreePort() {
        assertThat(Listening.obstacle("localhost", port)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void findsAPortThatIsTakenOnOneLoopbackAddressAlone(String address) throws Exception {
        assumeTrue(Listening.at(address, port) == Listening.FREE);
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.ofLiteral(address))) {
            assertThat(Listening.obstacle("localhost", port))
                    .contains("port " + port + " is taken; --port chooses another");
        }
    }

    @Test
    void tellsAForbiddenPortFromATakenOne() {
        assertThat(Listening.because(new SocketException("Permission denied"))).isEqualTo(Listening.FORBIDDEN);
        assertThat(Listening.because(new BindException("Address already in use")))
                .isEqualTo(Listening.TAKEN);
        assertThat(Listening.FORBIDDEN.line("localhost", 80))
                .contains("port 80 is not open to this user; --port chooses another, such as 8080");
    }

    @Test
    void findsAnAddressThatThisMachineHasNot() {
        assertThat(Listening.obstacle("192.0.2.7", port))
                .contains("this machine has no address 192.0.2.7; --host chooses another");
    }
}
