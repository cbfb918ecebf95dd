package dev.homeroom.edge;

import dev.homeroom.edge.engineio.EngineSettings;
import dev.homeroom.edge.socketio.SocketIoSettings;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The limits and times of Socket.IO connections.
 *
 * @param path that the Socket.IO server serves, with a slash at both ends
 * @param pingInterval how long after its last ping a client is pinged, if it has answered
 * @param pingTimeout how long a client has to answer a ping
 * @param upgradeTimeout how long a probing WebSocket has to complete its upgrade
 * @param closeTimeout how long a closing session has to take what is queued
 * @param connectTimeout how long a connection may be without having been admitted to a namespace
 * @param receiveTimeout how long a client may take to send the head of a request, its body, a WebSocket message of several
 *     frames, or the attachments of a packet
 * @param maxPayload the largest message, and the largest body of a POST, that a client may send
 * @param maxPackets the most packets that one POST may bring
 * @param maxFragments the most frames that one WebSocket message may come in
 * @param maxInboundRate how many frames a second, of 4 KiB, one client is read in the long run; a faster one is not refused
 *     but read more slowly
 * @param maxQueued what may wait to be sent to one session before it is closed as too slow
 * @param maxSessions the most sessions of this edge at once
 * @param maxSessionsPerAddress the most sessions of one remote address at once, or of one IPv6 network of 64 bits; a whole
 *     school may share one
 * @param acceptQueue how many new connections may wait until they are taken, if the system allows as many
 * @param maxNamespaces the most namespaces that one connection is in at once
 * @param maxAttachments the most binary attachments of one packet
 * @param maxAttachmentSize the size of all attachments of one packet together
 * @param maxJsonDepth how deep the JSON of a packet may nest
 * @param maxPendingAsks the most answers of one client that may be waited for at once
 * @param allowedOrigins origins of pages that may connect besides the edge's own; {@code *} for all
 */
@Validated
@ConfigurationProperties("homeroom.edge.socket")
public record SocketProperties(
        @DefaultValue("/socket.io/") String path,
        @DefaultValue("25s") Duration pingInterval,
        @DefaultValue("20s") Duration pingTimeout,
        @DefaultValue("10s") Duration upgradeTimeout,
        @DefaultValue("5s") Duration closeTimeout,
        @DefaultValue("20s") Duration connectTimeout,
        @DefaultValue("20s") Duration receiveTimeout,
        @DefaultValue("100KB") DataSize maxPayload,
        @Positive @DefaultValue("4096") int maxPackets,
        @Positive @DefaultValue("1024") int maxFragments,
        @Positive @DefaultValue("500") int maxInboundRate,
        @DefaultValue("4MB") DataSize maxQueued,
        @Positive @DefaultValue("200000") int maxSessions,
        @Positive @DefaultValue("50000") int maxSessionsPerAddress,
        @Positive @DefaultValue("4096") int acceptQueue,
        @Positive @DefaultValue("10") int maxNamespaces,
        @DefaultValue("10") int maxAttachments,
        @DefaultValue("200KB") DataSize maxAttachmentSize,
        @Positive @DefaultValue("64") int maxJsonDepth,
        @Positive @DefaultValue("1000") int maxPendingAsks,
        @DefaultValue Set<String> allowedOrigins) {

    EngineSettings engine() {
        return new EngineSettings(
                pingInterval,
                pingTimeout,
                upgradeTimeout,
                closeTimeout,
                receiveTimeout,
                Math.toIntExact(maxPayload.toBytes()),
                maxPackets,
                maxFragments,
                maxInboundRate,
                Math.toIntExact(maxQueued.toBytes()),
                maxSessions,
                maxSessionsPerAddress,
                allowedOrigins);
    }

    SocketIoSettings socketIo() {
        return new SocketIoSettings(
                connectTimeout,
                receiveTimeout,
                maxNamespaces,
                maxAttachments,
                Math.toIntExact(maxAttachmentSize.toBytes()),
                maxJsonDepth,
                maxPendingAsks);
    }
}
