package dev.homeroom.bench.crowd;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.bench.check.Heard;
import dev.homeroom.bench.check.Stamp;
import dev.homeroom.bench.socketio.Bytes;
import dev.homeroom.bench.socketio.Client;
import dev.homeroom.bench.socketio.ClientListener;
import dev.homeroom.bench.socketio.SessionIds;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One connection in one room: enters it, speaks when told to, and keeps account of what it hears. */
final class Seat implements ClientListener {
    private static final long ENTERING = 0;
    private static final byte[] OK = Bytes.of("\"ok\":true");
    private static final byte[] RETRYABLE = Bytes.of("\"retryable\":true");
    private static final int MOST_ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 500;
    private static final byte[] NEW_MESSAGE = Bytes.of("[\"new_message\",");

    private final int room;
    private final String roomId;
    private final Tally tally;
    private final Entrance entrance;
    private final Heard heard = new Heard();
    private @Nullable Client client;
    private boolean seated;
    private int attempts;

    Seat(int room, String roomId, Tally tally, Entrance entrance) {
        this.room = room;
        this.roomId = roomId;
        this.tally = tally;
        this.entrance = entrance;
    }

    int room() {
        return room;
    }

    Heard heard() {
        return heard;
    }

    @Override
    public void admitted(Client admitted, SessionIds ids) {
        client = admitted;
        enter(admitted);
    }

    private void enter(Client admitted) {
        ObjectNode argument = JsonNodeFactory.instance.objectNode().put("room", roomId);
        admitted.emit(ENTERING, "enter_room", argument.toString());
    }

    /** Any thread, once seated. The message's number is the id of its acknowledgement. */
    void say(int message, String messageId, String text) {
        if (client != null) {
            String argument = JsonNodeFactory.instance
                    .objectNode()
                    .put("room", roomId)
                    .put("message", text)
                    .put("id", messageId)
                    .toString();
            client.emit(message + 1L, "send_message", argument);
        }
    }

    void leave() {
        if (client != null) {
            client.leave();
        }
    }

    @Override
    public void acknowledged(long id, byte[] bytes, int from, int to) {
        boolean ok = Bytes.indexOf(OK, bytes, from, to) >= 0;
        if (id != ENTERING) {
            tally.answered((int) id - 1, ok ? null : Refusals.code(bytes, from, to));
        } else if (ok) {
            seated = true;
            entrance.seated();
        } else {
            notLetIn(bytes, from, to);
        }
    }

    private void notLetIn(byte[] bytes, int from, int to) {
        Client admitted = client;
        attempts++;
        if (admitted != null && attempts < MOST_ATTEMPTS && Bytes.indexOf(RETRYABLE, bytes, from, to) >= 0) {
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    .execute(() -> enter(admitted));
        } else {
            entrance.failed("not let into the room: " + new String(bytes, from, to - from, UTF_8));
        }
    }

    @Override
    public void event(byte[] bytes, int from, int to) {
        if (Bytes.startsWith(NEW_MESSAGE, bytes, from, to)) {
            Stamp stamp = Stamp.find(bytes, from, to);
            if (stamp == null || stamp.room() != room) {
                tally.strange();
            } else {
                heard.add(stamp.sequence());
                tally.delivered(stamp.dueNanos());
            }
        }
    }

    @Override
    public void closed(String reason) {
        if (seated) {
            tally.dropped(reason);
        } else {
            entrance.failed(reason);
        }
    }
}
