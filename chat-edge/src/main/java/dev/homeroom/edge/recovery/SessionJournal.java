package dev.homeroom.edge.recovery;

import dev.homeroom.contract.EdgeId;
import dev.homeroom.contract.SavedSession;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.LogEnds;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;

/**
 * The sessions' topic as this edge needs it: it writes what its sessions are in, looks up sessions of other edges, and hears of
 * its own that another connection takes over.
 *
 * <p>An edge keeps its sessions in one partition, its home, and reads that one, those of sessions that it has taken over, and
 * for a while those that it was asked about. So what reading costs follows the edges that share a partition and not the number
 * of all sessions.
 */
public final class SessionJournal implements AutoCloseable {
    private final SessionWriter writer;
    private final SessionWatches watches = new SessionWatches();
    private final SessionReader reader;
    private final int partitionCount;
    private final int home;

    /**
     * @param self chooses the home
     * @param partitionCount of the sessions' topic
     */
    public SessionJournal(
            KafkaClients clients,
            Producer<byte[], byte[]> producer,
            LogEnds ends,
            RecoveryProperties properties,
            EdgeId self,
            int partitionCount) {
        this.writer = new SessionWriter(producer);
        this.partitionCount = partitionCount;
        this.home = Math.floorMod(self.hashCode(), partitionCount);
        this.reader = new SessionReader(
                clients, new SessionEnds(ends), watches, properties.window(), SessionReader.Waits.USUAL, home);
    }

    public void start() {
        reader.start();
    }

    /** Whether it is at work; once it has been started it should be until it is closed. */
    public boolean isRunning() {
        return reader.isRunning();
    }

    /** The id of this text, or nothing if no edge made it. */
    Optional<PrivateId> parse(String privateId) {
        return PrivateId.parse(privateId).filter(id -> id.partition() < partitionCount);
    }

    PrivateId newId() {
        return PrivateId.create(home);
    }

    /** Completes, on the producer's thread, with the record's offset. Records of one session keep their order. */
    CompletableFuture<Long> write(PrivateId id, SavedSession session) {
        return writer.write(id, session);
    }

    /** The session is over, if this connection still has it. */
    CompletableFuture<Long> writeEnd(PrivateId id, String connection) {
        return writer.writeEnd(id, connection);
    }

    /** The session by the record that stands, of those written by whatever edge before this call. */
    CompletableFuture<Optional<SavedSession>> find(PrivateId id) {
        return reader.find(id);
    }

    /** Tells of each record of this session that is written from now on, on the reading thread. */
    void watch(PrivateId id, SessionWatches.Watcher watcher) {
        watches.add(id, watcher);
    }

    void unwatch(PrivateId id, SessionWatches.Watcher watcher) {
        watches.remove(id, watcher);
    }

    @Override
    public void close() {
        reader.close();
    }
}
