package dev.homeroom.bench.slowreaders;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.check.Stamp;
import dev.homeroom.bench.crowd.Comeback;
import dev.homeroom.bench.crowd.Entrance;
import dev.homeroom.bench.crowd.Ticket;
import dev.homeroom.bench.pace.Clock;
import dev.homeroom.bench.socketio.Bytes;
import dev.homeroom.bench.socketio.Claim;
import dev.homeroom.bench.socketio.Client;
import dev.homeroom.bench.socketio.ClientListener;
import dev.homeroom.bench.socketio.SessionIds;
import dev.homeroom.bench.wire.Loop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who says nothing, stops reading when told to, and comes back when the connection is gone, as a client does: with what
 * was read last. On its loop's thread.
 */
final class Laggard implements ClientListener {
    private static final byte[] OK = Bytes.of("\"ok\":true");
    private static final byte[] RESUMED = Bytes.of("\"resumed\":true");
    private static final byte[] NEW_MESSAGE = Bytes.of("[\"new_message\",");

    /** How to come back. */
    enum Way {
        /** Over a new session, whose room is entered with the cursor. */
        CURSOR,
        /** With the session that was lost, by its token. */
        TOKEN
    }

    private final int room;
    private final Ticket ticket;
    private final Way way;
    private final Loop loop;
    private final OptionalInt receiveBuffer;
    private final Entrance entrance;
    private final Comeback comeback;
    private final Heard heard = new Heard();
    private final List<Stall> stalls = new ArrayList<>();
    private Clock clock = Clock.start();
    private @Nullable Client client;
    private Optional<Claim> claim = Optional.empty();
    private boolean seated;
    private boolean left;
    private int strange;
    private int startedAnew;

    Laggard(int room, Ticket ticket, Way way, Loop loop, int receiveBuffer, Entrance entrance) {
        this.room = room;
        this.ticket = ticket;
        this.way = way;
        this.loop = loop;
        this.receiveBuffer = OptionalInt.of(receiveBuffer);
        this.entrance = entrance;
        this.comeback = new Comeback(loop, ticket);
    }

    int room() {
        return room;
    }

    Heard heard() {
        return heard;
    }

    List<Stall> stalls() {
        return stalls;
    }

    /** Messages that are none of this load's. */
    int strange() {
        return strange;
    }

    /** How often they came back and were told that what they had missed could not be had. */
    int startedAnew() {
        return startedAnew;
    }

    void connect() {
        claim = way == Way.TOKEN ? comeback.bookmark().claim() : Optional.empty();
        Client.connect(loop, ticket.server(), ticket.token(), claim, receiveBuffer, this);
    }

    void begin(Clock running) {
        clock = running;
    }

    void stopReading() {
        stalls.add(new Stall());
        if (client != null) {
            client.stopReading();
        }
    }

    void readOn() {
        stalls.getLast().readAgain(clock.nanos());
        if (client != null) {
            client.readOn();
        }
    }

    void leave() {
        left = true;
        if (client != null) {
            client.leave();
        }
    }

    @Override
    public void admitted(Client admitted, SessionIds ids) {
        client = admitted;
        if (comeback.bookmark().isRecoveredIn(ids)) {
            comeback.arrived(); // and is in the room already
        } else {
            startedAnew += claim.isPresent() ? 1 : 0;
            comeback.enter(admitted);
        }
    }

    @Override
    public void acknowledged(long id, byte[] bytes, int from, int to) {
        if (Bytes.indexOf(OK, bytes, from, to) < 0) {
            notLetIn(new String(bytes, from, to - from, UTF_8));
        } else if (seated) {
            comeback.arrived();
            startedAnew += Bytes.indexOf(RESUMED, bytes, from, to) < 0 ? 1 : 0;
        } else {
            seated = true;
            comeback.arrived();
            comeback.bookmark().entered(bytes, from, to);
            entrance.seated();
        }
    }

    private void notLetIn(String answer) {
        Client refused = client;
        if (!seated) {
            entrance.failed("not let into the room: " + answer);
        } else if (refused != null) {
            comeback.soon(() -> comeback.enter(refused));
        }
    }

    @Override
    public void event(byte[] bytes, int from, int to) {
        comeback.bookmark().event(bytes, from, to);
        if (Bytes.startsWith(NEW_MESSAGE, bytes, from, to)) {
            Stamp stamp = Stamp.find(bytes, from, to);
            if (stamp == null || stamp.room() != room) {
                strange++;
            } else {
                heard.add(stamp.sequence());
                stalls.forEach(stall -> stall.heard(stamp.dueNanos(), clock.nanos()));
            }
        }
    }

    @Override
    public void closed(String reason) {
        if (!seated) {
            entrance.failed(reason);
        } else if (!left) {
            if (!stalls.isEmpty()) {
                stalls.getLast().ended(reason);
            }
            comeback.soon(this::connect);
        }
    }
}
