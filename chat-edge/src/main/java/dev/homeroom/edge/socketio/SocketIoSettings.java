package dev.homeroom.edge.socketio;

import java.time.Duration;

/**
 * The limits and times of Socket.IO on a connection.
 *
 * @param connectTimeout how long a connection may be without an admitted CONNECT
 * @param receiveTimeout how long the attachments of a packet may take to come
 * @param maxNamespaces the most namespaces that one connection is in at once
 * @param maxAttachments the most binary attachments of one packet
 * @param maxAttachmentBytes the most bytes of all attachments of one packet together
 * @param maxJsonDepth how deep the JSON of a packet may nest
 * @param maxPendingAsks how many answers of one client may be waited for at once
 */
public record SocketIoSettings(
        Duration connectTimeout,
        Duration receiveTimeout,
        int maxNamespaces,
        int maxAttachments,
        int maxAttachmentBytes,
        int maxJsonDepth,
        int maxPendingAsks) {
    public SocketIoSettings {
        if (!connectTimeout.isPositive()
                || !receiveTimeout.isPositive()
                || maxNamespaces <= 0
                || maxAttachments < 0
                || maxAttachmentBytes < 0
                || maxJsonDepth <= 0
                || maxPendingAsks <= 0) {
            throw new IllegalArgumentException("a limit of Socket.IO is not positive");
        }
    }

    public static SocketIoSettings defaults() {
        return new SocketIoSettings(Duration.ofSeconds(20), Duration.ofSeconds(20), 10, 10, 2_000_000, 64, 1_000);
    }
}
