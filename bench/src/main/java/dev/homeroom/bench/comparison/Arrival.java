package dev.homeroom.bench.comparison;

import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.socketio.Bytes;
import dev.homeroom.bench.socketio.Client;
import dev.homeroom.bench.socketio.ClientListener;
import dev.homeroom.bench.socketio.SessionIds;
import dev.homeroom.bench.wire.Loop;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** Somebody who comes and enters their room, once. On its loop's thread. */
final class Arrival implements ClientListener {
    private static final long ENTERING = 0;
    private static final byte[] OK = Bytes.of("\"ok\":true");

    private final String room;
    private final Clock clock;
    private final long dueNanos;
    private @Nullable Client client;
    private long inNanos = -1;

    /** @param dueNanos when they come, by the clock */
    Arrival(String room, Clock clock, long dueNanos) {
        this.room = room;
        this.clock = clock;
        this.dueNanos = dueNanos;
    }

    /** Any thread. */
    void connect(Loop loop, Ticket ticket) {
        Client.connect(loop, ticket.server(), ticket.token(), this);
    }

    boolean isIn() {
        return inNanos >= 0;
    }

    long dueNanos() {
        return dueNanos;
    }

    /** When they were in their room; -1 before. */
    long inNanos() {
        return inNanos;
    }

    void leave() {
        if (client != null) {
            client.leave();
        }
    }

    @Override
    public void admitted(Client admitted, SessionIds ids) {
        client = admitted;
        admitted.emit(
                ENTERING,
                "enter_room",
                JsonNodeFactory.instance.objectNode().put("room", room).toString());
    }

    @Override
    public void acknowledged(long id, byte[] bytes, int from, int to) {
        if (Bytes.indexOf(OK, bytes, from, to) >= 0) {
            inNanos = clock.nanos();
        }
    }

    @Override
    public void event(byte[] bytes, int from, int to) {
        // Who else comes and goes is not what is measured.
    }

    @Override
    public void closed(String reason) {
        // Who is not in by the end is counted.
    }
}
