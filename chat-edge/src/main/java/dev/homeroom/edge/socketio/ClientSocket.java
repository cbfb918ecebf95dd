package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.CloseReason;
import dev.homeroom.edge.engineio.Timeout;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A socket and its listener, from the CONNECT on. */
final class ClientSocket implements Socket {
    private final Connection connection;
    private final String namespace;
    private final Asks asks;
    /** Given with the admission. */
    private volatile SocketId id = SocketId.random();

    private volatile Stage stage = Stage.CONNECTING;
    private @Nullable SocketListener listener;

    private enum Stage {
        CONNECTING,
        OPEN,
        /** The application has ended it; the client may not know yet. */
        LEFT_BEHIND,
        CLOSED
    }

    ClientSocket(Connection connection, String namespace, int maxPendingAsks) {
        this.connection = connection;
        this.namespace = namespace;
        this.asks = new Asks(maxPendingAsks);
    }

    String namespace() {
        return namespace;
    }

    boolean isLeftBehind() {
        return stage == Stage.LEFT_BEHIND;
    }

    @Override
    public SocketId id() {
        return id;
    }

    // --- from the application

    @Override
    public void emit(EncodedPacket packet) {
        if (!packet.namespace().equals(namespace)) {
            throw new IllegalArgumentException("encoded for another namespace");
        }
        if (stage == Stage.OPEN) {
            connection.send(packet);
        }
    }

    @Override
    public CompletionStage<Void> roundTrip() {
        return connection.roundTrip();
    }

    @Override
    public boolean isBehind() {
        return connection.isBehind();
    }

    @Override
    public void flush() {
        connection.flush();
    }

    @Override
    public CompletionStage<List<JsonNode>> ask(Duration timeout, String event, JsonNode... arguments) {
        Asks.Ask ask = asks.open(stage == Stage.OPEN);
        if (!ask.isDone()) {
            ask.expireWith(connection.after(timeout, ask::expire));
            emit(EncodedPacket.event(namespace, ask.id(), event, arguments));
            flush();
        }
        return ask.answer();
    }

    @Override
    public <T> T shared(Class<T> type, Supplier<T> maker) {
        return connection.shared(type, maker);
    }

    @Override
    public Timeout after(Duration delay, Runnable task) {
        return connection.after(delay, task);
    }

    @Override
    public void disconnect() {
        if (leave()) {
            connection.send(EncodedPacket.disconnect(namespace));
            connection.flush();
            connection.leaveBehind(this);
        }
    }

    private synchronized boolean leave() {
        if (stage != Stage.OPEN) {
            return false;
        }
        stage = Stage.LEFT_BEHIND;
        return true;
    }

    @Override
    public void close(CloseReason reason) {
        connection.close(reason);
    }

    // --- from the client, in turns

    void open(Admission.Admitted admitted) {
        id = admitted.id();
        stage = Stage.OPEN;
        listener = admitted.listener().apply(this);
    }

    void received(Packet.Event event) {
        if (stage == Stage.CONNECTING) {
            throw new MalformedPacketException("an event before the CONNECT was answered");
        }
        if (stage == Stage.OPEN && listener != null) {
            listener.received(event.name(), event.arguments(), acknowledgement(event.ack()));
        }
    }

    private @Nullable Acknowledgement acknowledgement(@Nullable Long ack) {
        if (ack == null) {
            return null;
        }
        AtomicBoolean sent = new AtomicBoolean();
        return arguments -> {
            if (sent.compareAndSet(false, true)) {
                emit(EncodedPacket.ack(namespace, ack, arguments));
                flush();
            }
        };
    }

    void answered(Packet.Ack ack) {
        asks.answered(ack.id(), ack.arguments());
    }

    /**
     * Tells the listener, once. Where the application has ended the socket itself, what the client or the connection does
     * meanwhile is not the reason.
     */
    void closed(CloseReason reason) {
        boolean leftBehind = endForGood();
        asks.cancelAll();
        SocketListener told = listener;
        listener = null;
        if (told != null) {
            told.closed(leftBehind ? CloseReason.SERVER_CLOSED : reason);
        }
    }

    private synchronized boolean endForGood() {
        if (stage != Stage.LEFT_BEHIND) {
            stage = Stage.CLOSED;
        }
        return stage == Stage.LEFT_BEHIND;
    }
}
