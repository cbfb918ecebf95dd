package dev.homeroom.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/** Whether a server could listen at a port of an address now, found out by doing so for a moment. */
enum Listening {
    FREE,
    /** Somebody else listens there. */
    TAKEN,
    /** The system keeps the port for others, as most do with those below 1024. */
    FORBIDDEN,
    /** This machine has no such address; without IPv6, for instance, not {@code ::1}. */
    NO_SUCH_ADDRESS;

    static final String LOOPBACK_4 = "127.0.0.1";
    static final String LOOPBACK_6 = "::1";

    static Listening at(String address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
            return FREE;
        } catch (UnknownHostException _) {
            return NO_SUCH_ADDRESS;
        } catch (IOException e) {
            return because(e);
        }
    }

    /** Java tells these apart by the system's words alone. */
    static Listening because(IOException e) {
        String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        if (words.contains("permission denied")) {
            return FORBIDDEN;
        }
        return words.contains("in use") ? TAKEN : NO_SUCH_ADDRESS;
    }

    /** What keeps Homeroom from listening where it is asked to, in a line for a person. */
    static Optional<String> obstacle(String host, int port) {
        return host.equals(Options.LOOPBACK)
                ? at(LOOPBACK_4, port).line(host, port).or(() -> onSecondLoopback(port))
                : at(host, port).line(host, port);
    }

    private static Optional<String> onSecondLoopback(int port) {
        Listening second = at(LOOPBACK_6, port);
        return second == NO_SUCH_ADDRESS ? Optional.empty() : second.line(LOOPBACK_6, port);
    }

    Optional<String> line(String host, int port) {
        return switch (this) {
            case FREE -> Optional.empty();
            case TAKEN -> Optional.of("port " + port + " is taken; --port chooses another");
            case FORBIDDEN ->
                Optional.of("port " + port + " is not open to this user; --port chooses another, such as 8080");
            case NO_SUCH_ADDRESS -> Optional.of("this machine has no address " + host + "; --host chooses another");
        };
    }
}
