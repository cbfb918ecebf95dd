package dev.homeroom.bench.socketio;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.bench.wire.Loop;
import dev.homeroom.bench.wire.Wire;
import dev.homeroom.bench.wire.WireListener;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One Socket.IO client in the main namespace, over WebSocket from the start. Answers pings by itself. */
public final class Client implements WireListener {
    private static final String PATH = "/socket.io/?EIO=4&transport=websocket";
    private static final String PONG = "3";
    private static final String LEAVE = "41";

    private final @Nullable String token;
    private final Optional<Claim> claim;
    private final ClientListener listener;
    private @Nullable Wire wire;

    private Client(@Nullable String token, Optional<Claim> claim, ClientListener listener) {
        this.token = token;
        this.claim = claim;
        this.listener = listener;
    }

    /** @param token goes in the auth payload; null where everybody is let in */
    public static void connect(Loop loop, InetSocketAddress server, @Nullable String token, ClientListener listener) {
        connect(loop, server, token, Optional.empty(), OptionalInt.empty(), listener);
    }

    /**
     * @param token goes in the auth payload; null where everybody is let in
     * @param claim on a session that lost its connection
     * @param receiveBuffer bytes that the system may hold for it; empty for as many as the system likes
     */
    public static void connect(
            Loop loop,
            InetSocketAddress server,
            @Nullable String token,
            Optional<Claim> claim,
            OptionalInt receiveBuffer,
            ClientListener listener) {
        loop.connect(server, PATH, receiveBuffer, new Client(token, claim, listener));
    }

    /** Takes nothing more from the connection, not even pings. Any thread. */
    public void stopReading() {
        if (wire != null) {
            wire.stopReading();
        }
    }

    /** Any thread. */
    public void readOn() {
        if (wire != null) {
            wire.readOn();
        }
    }

    /**
     * Sends an event and asks for an acknowledgement. Any thread.
     *
     * @param argument JSON
     */
    public void emit(long id, String event, String argument) {
        send("42" + id + "[\"" + event + "\"," + argument + "]");
    }

    /** Says that it goes, and goes. */
    public void leave() {
        send(LEAVE);
        if (wire != null) {
            wire.close();
        }
    }

    /** Ends the connection without a word to the server, as a network that goes away does. Its loop's thread. */
    public void cut() {
        if (wire != null) {
            wire.cut();
        }
    }

    private void send(String packet) {
        if (wire != null) {
            wire.send(packet);
        }
    }

    @Override
    public void opened(Wire opened) {
        wire = opened;
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        switch (type(bytes, from, to)) {
            case '0' -> send(connectPacket());
            case '2' -> send(PONG);
            case '4' -> packet(bytes, from + 1, to);
            default -> {}
        }
    }

    private void packet(byte[] bytes, int from, int to) {
        switch (type(bytes, from, to)) {
            case '0' -> listener.admitted(this, SessionIds.parse(new String(bytes, from + 1, to - from - 1, UTF_8)));
            case '1' -> end("put out by the server");
            case '2' -> listener.event(bytes, from + 1, to);
            case '3' -> acknowledged(bytes, from + 1, to);
            case '4' -> end("not let in: " + new String(bytes, from + 1, to - from - 1, UTF_8));
            default -> {}
        }
    }

    private void acknowledged(byte[] bytes, int from, int to) {
        int array = Bytes.indexOf('[', bytes, from, to);
        listener.acknowledged(Bytes.number(bytes, from, array), bytes, array, to);
    }

    private static int type(byte[] bytes, int at, int to) {
        return at < to ? bytes[at] : -1;
    }

    private String connectPacket() {
        if (token == null) {
            return "40";
        }
        ObjectNode auth = JsonNodeFactory.instance.objectNode().put("token", token);
        claim.ifPresent(session -> auth.put("pid", session.pid()).put("offset", session.offset()));
        return "40" + auth;
    }

    private void end(String reason) {
        if (wire != null) {
            wire.end(reason);
        }
    }

    @Override
    public void closed(String reason) {
        listener.closed(reason);
    }
}
