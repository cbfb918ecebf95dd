package dev.homeroom.bench.breaksend;

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
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who only listens, whose connection is cut, and who comes back as a client does: claiming the session that was lost, or
 * else entering the room with the cursor. On its loop's thread.
 */
final class Commuter implements ClientListener {
    private static final byte[] OK = Bytes.of("\"ok\":true");
    private static final byte[] NEW_MESSAGE = Bytes.of("[\"new_message\",");

    private final int room;
    private final Ticket ticket;
    private final Loop loop;
    private final Entrance entrance;
    private final Comeback comeback;
    private final Heard heard = new Heard();
    private @Nullable Client client;
    private Clock clock = Clock.start();
    private boolean seated;
    private boolean away;
    private boolean left;
    private boolean recovered;
    private long backNanos = -1;

    Commuter(int room, Ticket ticket, Loop loop, Entrance entrance) {
        this.room = room;
        this.ticket = ticket;
        this.loop = loop;
        this.entrance = entrance;
        this.comeback = new Comeback(loop, ticket);
    }

    int room() {
        return room;
    }

    Heard heard() {
        return heard;
    }

    /** Whether the session went on, and was not begun afresh. */
    boolean isRecovered() {
        return recovered;
    }

    boolean isBack() {
        return backNanos >= 0;
    }

    /** When they were in their room again, by the clock; -1 before. */
    long backNanos() {
        return backNanos;
    }

    /** The first time. */
    void connect() {
        Client.connect(loop, ticket.server(), ticket.token(), this);
    }

    /** Without a word to the server. */
    void lose() {
        away = true;
        if (client != null) {
            client.cut();
        }
    }

    void comeBack(Clock running) {
        away = false;
        clock = running;
        connectAgain();
    }

    private void connectAgain() {
        Optional<Claim> claim = comeback.bookmark().claim();
        Client.connect(loop, ticket.server(), ticket.token(), claim, OptionalInt.empty(), this);
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
            recovered = true; // what was missed came before this
            backNanos = clock.nanos();
        } else {
            comeback.enter(admitted);
        }
    }

    @Override
    public void acknowledged(long id, byte[] bytes, int from, int to) {
        if (Bytes.indexOf(OK, bytes, from, to) < 0) {
            notLetIn(new String(bytes, from, to - from, UTF_8));
        } else if (seated) {
            backNanos = clock.nanos();
        } else {
            seated = true;
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
            if (stamp != null && stamp.room() == room) {
                heard.add(stamp.sequence());
            }
        }
    }

    @Override
    public void closed(String reason) {
        if (!seated) {
            entrance.failed(reason);
        } else if (!away && !left) {
            comeback.soon(this::connectAgain);
        }
    }
}
