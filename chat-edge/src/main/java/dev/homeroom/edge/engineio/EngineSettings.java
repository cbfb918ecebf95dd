package dev.homeroom.edge.engineio;

import java.time.Duration;
import java.util.Set;

/**
 * The limits and times of Engine.IO sessions.
 *
 * @param pingInterval how long after the last ping, or the opening, a session is pinged, if it has answered
 * @param pingTimeout how long the client has to answer
 * @param upgradeTimeout how long a probing WebSocket has to complete its upgrade
 * @param closeTimeout how long a closing session has to take what is queued and to answer the close
 * @param receiveTimeout how long a client may take to send the body of a POST, or a message of several frames
 * @param maxPayloadBytes the largest message, and the largest body of a POST, that a client may send; told to the client
 * @param maxPackets the most packets that one POST may bring
 * @param maxFragments the most frames, or parts of frames as they come over the network, that one WebSocket message may
 *     come in
 * @param maxInboundRate how many frames a second, of 4 KiB, one client is read in the long run; a faster one is not refused
 *     but read more slowly
 * @param maxQueuedBytes what may wait to be sent to one session before it is closed as too slow
 * @param maxSessions the most sessions at once; further ones are refused with 503
 * @param maxSessionsPerAddress the most sessions at once of one remote address, or of one IPv6 network of 64 bits; further
 *     ones are refused with 429
 * @param allowedOrigins origins of pages, such as {@code https://school.example}, that may connect besides the server's own;
 *     {@code *} for all, then without credentials
 */
public record EngineSettings(
        Duration pingInterval,
        Duration pingTimeout,
        Duration upgradeTimeout,
        Duration closeTimeout,
        Duration receiveTimeout,
        int maxPayloadBytes,
        int maxPackets,
        int maxFragments,
        int maxInboundRate,
        int maxQueuedBytes,
        int maxSessions,
        int maxSessionsPerAddress,
        Set<String> allowedOrigins) {
    private static final int MIB = 1 << 20;

    public EngineSettings {
        requirePositive(pingInterval, "pingInterval");
        requirePositive(pingTimeout, "pingTimeout");
        requirePositive(upgradeTimeout, "upgradeTimeout");
        requirePositive(closeTimeout, "closeTimeout");
        requirePositive(receiveTimeout, "receiveTimeout");
        requirePositive(maxPayloadBytes, "maxPayloadBytes");
        requirePositive(maxPackets, "maxPackets");
        requirePositive(maxFragments, "maxFragments");
        requirePositive(maxInboundRate, "maxInboundRate");
        requirePositive(maxQueuedBytes, "maxQueuedBytes");
        requirePositive(maxSessions, "maxSessions");
        requirePositive(maxSessionsPerAddress, "maxSessionsPerAddress");
        allowedOrigins = Set.copyOf(allowedOrigins);
    }

    public static EngineSettings defaults() {
        return new EngineSettings(
                Duration.ofSeconds(25),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                1_000_000,
                4_096,
                4_096,
                500,
                4 * MIB,
                200_000,
                50_000,
                Set.of());
    }

    private static void requirePositive(Duration value, String name) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }

    private static void requirePositive(int value, String name) {
        if (value <= 0) {
            throw new IllegalArgumentException(name + " must be positive");
        }
    }
}
