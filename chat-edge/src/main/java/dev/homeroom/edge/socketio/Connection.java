package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.Session;
import dev.homeroom.edge.engineio.SessionListener;
import dev.homeroom.edge.engineio.Timeout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * One client: takes its packets apart, and holds its sockets, one for each namespace that it is connected to. What comes in is
 * handled in the session's turns; what goes out may come from any thread.
 */
final class Connection implements SessionListener {
    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private final Session session;
    private final SocketIoSettings settings;
    private final Map<String, Namespace> namespaces;
    private final PacketParser parser;
    private final List<ClientSocket> sockets = new ArrayList<>(1);
    private final Map<Class<?>, Object> shared = new HashMap<>(2);
    private @Nullable Timeout connectTimeout;
    /** Set while attachments of a packet are still to come. */
    private @Nullable Timeout attachmentsTimeout;

    Connection(Session session, SocketIoSettings settings, Json json, Map<String, Namespace> namespaces) {
        this.session = session;
        this.settings = settings;
        this.namespaces = namespaces;
        this.parser = new PacketParser(settings, json);
        awaitConnect(CloseReason.CONNECT_TIMEOUT);
    }

    /**
     * A connection that is in no namespace is of no use, and costs.
     *
     * @param otherwise why it ends if it stays so
     */
    private void awaitConnect(CloseReason otherwise) {
        connectTimeout = session.after(settings.connectTimeout(), () -> {
            if (connectTimeout != null) { // it may have gone off just before it was cancelled
                session.close(otherwise);
            }
        });
    }

    private void stopAwaitingConnect() {
        if (connectTimeout != null) {
            connectTimeout.cancel();
            connectTimeout = null;
        }
    }

    // --- receiving

    @Override
    public void text(String message) {
        try {
            handle(parser.text(message));
        } catch (MalformedPacketException e) {
            session.close(e.reason());
        }
    }

    @Override
    public void binary(byte[] message) {
        try {
            handle(parser.binary(message));
        } catch (MalformedPacketException e) {
            session.close(e.reason());
        }
    }

    private void handle(@Nullable Packet packet) {
        if (packet != null) {
            stopAwaitingAttachments();
        }
        switch (packet) {
            case null -> awaitAttachments();
            case Packet.Connect connect -> connect(connect);
            case Packet.Disconnect disconnect -> disconnect(connected(disconnect));
            case Packet.Event event -> connected(event).received(event);
            case Packet.Ack ack -> connected(ack).answered(ack);
        }
    }

    /** As long as a message of several frames may take. */
    private void awaitAttachments() {
        if (attachmentsTimeout == null) {
            attachmentsTimeout = session.after(settings.receiveTimeout(), () -> {
                if (attachmentsTimeout != null) { // it may have gone off just before it was cancelled
                    session.close(CloseReason.RECEIVE_TIMEOUT);
                }
            });
        }
    }

    private void stopAwaitingAttachments() {
        if (attachmentsTimeout != null) {
            attachmentsTimeout.cancel();
            attachmentsTimeout = null;
        }
    }

    private ClientSocket connected(Packet packet) {
        ClientSocket socket = find(packet.namespace());
        if (socket == null) {
            throw new MalformedPacketException("not connected to the namespace");
        }
        return socket;
    }

    private @Nullable ClientSocket find(String namespace) {
        for (ClientSocket socket : sockets) {
            if (socket.namespace().equals(namespace)) {
                return socket;
            }
        }
        return null;
    }

    // --- connecting

    private void connect(Packet.Connect connect) {
        Namespace namespace = namespaces.get(connect.namespace());
        if (namespace == null) {
            refuse(connect.namespace(), "Invalid namespace", null);
            return;
        }
        ClientSocket socket = new ClientSocket(this, connect.namespace(), settings.maxPendingAsks());
        takePlace(socket);
        admission(namespace, new Handshake(connect.auth(), session.opening()))
                .whenComplete((admission, failure) -> session.inTurn(() -> answer(socket, admission, failure)));
    }

    /** The application may have ended the client's last socket there, whose place is then free. */
    private void takePlace(ClientSocket socket) {
        ClientSocket before = find(socket.namespace());
        if (before != null && !before.isLeftBehind()) {
            throw new MalformedPacketException("connected already");
        }
        sockets.remove(before);
        if (sockets.size() >= settings.maxNamespaces()) {
            throw MalformedPacketException.tooLarge("too many namespaces");
        }
        sockets.add(socket);
    }

    private static CompletionStage<Admission> admission(Namespace namespace, Handshake handshake) {
        try {
            return namespace.admit(handshake);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private void answer(ClientSocket socket, @Nullable Admission admission, @Nullable Throwable failure) {
        if (!sockets.contains(socket)) { // the client has left meanwhile
            if (admission instanceof Admission.Admitted admitted) {
                admitted.unused().run();
            }
            return;
        }
        switch (admission) {
            case Admission.Admitted admitted -> admit(socket, admitted);
            case Admission.Refused refused -> refuse(socket, refused.message(), refused.data());
            case Admission.NotYet _ -> session.close(CloseReason.NOT_READY);
            case null -> {
                LOG.error("The application could not decide about a CONNECT", failure);
                refuse(socket, "Internal error", null);
            }
        }
    }

    private void admit(ClientSocket socket, Admission.Admitted admitted) {
        stopAwaitingConnect();
        EncodedPacket answer = EncodedPacket.connect(socket.namespace(), admitted.id(), admitted.privateId());
        send(answer);
        socket.open(admitted);
        flush();
    }

    private void refuse(ClientSocket socket, String message, @Nullable JsonNode data) {
        sockets.remove(socket);
        refuse(socket.namespace(), message, data);
    }

    private void refuse(String namespace, String message, @Nullable JsonNode data) {
        send(EncodedPacket.connectError(namespace, message, data));
        flush();
    }

    // --- disconnecting

    private void disconnect(ClientSocket socket) {
        sockets.remove(socket);
        socket.closed(CloseReason.CLIENT_LEFT);
        awaitConnectIfUnused(CloseReason.CLIENT_LEFT);
    }

    /**
     * The application has ended a socket. It keeps its place, so that what the client had sent before it knew is passed over
     * and not taken for a breach.
     */
    void leaveBehind(ClientSocket socket) {
        session.runSoon(() -> {
            socket.closed(CloseReason.SERVER_CLOSED);
            awaitConnectIfUnused(CloseReason.SERVER_CLOSED);
        });
    }

    private void awaitConnectIfUnused(CloseReason otherwise) {
        if (connectTimeout == null && sockets.stream().allMatch(ClientSocket::isLeftBehind)) {
            awaitConnect(otherwise);
        }
    }

    @Override
    public void closed(CloseReason reason) {
        stopAwaitingConnect();
        stopAwaitingAttachments();
        List<ClientSocket> closing = List.copyOf(sockets);
        sockets.clear();
        closing.forEach(socket -> socket.closed(reason));
    }

    // --- for sockets, from any thread

    void send(EncodedPacket packet) {
        session.send(packet.messages());
    }

    CompletableFuture<Void> roundTrip() {
        return session.roundTrip();
    }

    boolean isBehind() {
        return session.isBehind();
    }

    void flush() {
        session.flush();
    }

    /** In a turn. */
    <T> T shared(Class<T> type, Supplier<T> maker) {
        return type.cast(shared.computeIfAbsent(type, _ -> maker.get()));
    }

    Timeout after(Duration delay, Runnable task) {
        return session.after(delay, task);
    }

    void close(CloseReason reason) {
        session.close(reason);
    }
}
