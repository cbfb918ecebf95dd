package dev.homeroom.edge.recovery;

import dev.homeroom.contract.Position;
import dev.homeroom.edge.socketio.EncodedPacket;
import dev.homeroom.edge.socketio.TokenedEvent;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The events of one session on their way out. Where the session can be recovered, each ends with a token that says all that the
 * session has then been told, in every partition that it has rooms in. Most sessions have rooms in one alone, and share the
 * token, and the encoded event, with all others that are told of it.
 *
 * <p>Thread-safe: the order in which events get their tokens is that in which they are queued.
 */
public final class EventStream {
    private final Consumer<EncodedPacket> queue;
    private final boolean recoverable;
    private final Progress progress;
    /** What the client's own token says once it has received all that was queued. */
    private final Progress sent;

    private final Map<Integer, Integer> rooms = new HashMap<>();

    /**
     * @param progress how far the client has been told already; not used by anybody else from now on
     * @param received what the client's token says by now; not used by anybody else from now on
     * @param queue puts a packet behind the others; never blocks
     */
    EventStream(Progress progress, Progress received, boolean recoverable, Consumer<EncodedPacket> queue) {
        this.queue = queue;
        this.recoverable = recoverable;
        this.progress = progress;
        this.sent = received;
    }

    /** The session has one more room in this partition, where it need be told only of what comes after {@code seen}. */
    public synchronized void follow(Position seen) {
        rooms.merge(seen.partition(), 1, Integer::sum);
        if (progress.in(seen.partition()).isEmpty()) {
            progress.advance(seen);
        }
    }

    /** Everything up to here has been told in one of its rooms, and is kept as such. */
    public synchronized void reached(Position position) {
        if (rooms.containsKey(position.partition())) {
            progress.advance(position);
        }
    }

    /** The session has one room less in this partition, and nobody would take it back there. */
    public synchronized void unfollow(int partition) {
        if (rooms.computeIfPresent(partition, (_, count) -> count == 1 ? null : count - 1) == null) {
            progress.forget(partition);
        }
    }

    public synchronized void tell(Position position, TokenedEvent event) {
        progress.advance(position);
        sent.become(progress);
        queue.accept(packet(event));
    }

    private EncodedPacket packet(TokenedEvent event) {
        if (!recoverable) {
            return event.withoutToken();
        }
        return progress.isOfOnePartition() ? event.withSharedToken() : event.withToken(progress.text());
    }

    /** Tells of an event that says nothing about what else the session has been told. */
    public void catchUp(TokenedEvent event) {
        queue.accept(event.withoutToken());
    }

    /** The last offset of this partition that it was told of; -1 if of none. */
    public synchronized long toldThrough(int partition) {
        return progress.in(partition).orElse(-1);
    }

    /**
     * The end of the telling: what whoever has received all of it can be sure of.
     *
     * @param through for some partitions how far its rooms have been followed, also where there was nothing to tell
     */
    public synchronized Sent end(Collection<Position> through) {
        through.forEach(this::reached);
        return new Sent(sent.text(), progress.text());
    }

    /**
     * What was sent.
     *
     * @param token the client's token once it has received all of it
     * @param through the token of how far it has then missed nothing
     */
    public record Sent(String token, String through) {}
}
