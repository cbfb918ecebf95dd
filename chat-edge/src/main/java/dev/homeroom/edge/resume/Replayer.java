package dev.homeroom.edge.resume;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomId;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.fanout.News;
import dev.homeroom.edge.fanout.PartitionFeed;
import dev.homeroom.edge.log.KafkaClients;
import dev.homeroom.edge.log.LogEnds;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.SoundRecords;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a session what it missed: the records of its rooms of one partition after what it has seen, up to where its live events
 * begin, in log order, each once; from the feed's memory where that reaches back so far, else from Kafka. Its calls may wait
 * for Kafka and for the client, so they belong on virtual threads.
 *
 * <p>It goes on in turns. Whoever is behind with reading waits between two of them, and then holds neither a reader, which
 * others wait for, nor events that the memory would forget.
 */
public final class Replayer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);

    private final ReplayReaders readers;
    private final ResumeProperties properties;
    private final LogEnds ends;
    private final LogReplay log;

    public Replayer(
            KafkaClients clients,
            ResumeProperties properties,
            MessageLog log,
            SoundRecords sound,
            LogEnds ends,
            Announcer announcer) {
        this.readers = new ReplayReaders(clients, properties);
        this.properties = properties;
        this.ends = ends;
        this.log = new LogReplay(properties.timeout(), log, sound, announcer);
    }

    /**
     * Whether a session that has seen so much of these rooms can be told the rest. Needs no reader, so it does not wait for
     * other sessions' replays.
     *
     * @param seen for each room the last offset that it has seen
     */
    public boolean reaches(PartitionFeed feed, Map<RoomId, Long> seen) throws InterruptedException {
        Position next = feed.next();
        if (feed.recall(seen, next.offset()).isPresent()) {
            return true;
        }
        Missed missed = new Missed(feed, seen, next);
        if (missed.isTooMuch(properties.maxRecords())) {
            return false;
        }
        try {
            long beginning = ends.beginningOfMessages(feed.partition())
                    .get(properties.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return missed.from() >= beginning;
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The log's beginning could not be found: {}", String.valueOf(e.getMessage()));
            return false;
        }
    }

    public Replay replay(Replaying replaying) throws InterruptedException {
        try {
            while (!replaying.isOver()) {
                if (!takeTurn(replaying)) {
                    return Replay.OUT_OF_REACH;
                }
                replaying.awaitClient();
            }
            return replaying.finish();
        } catch (KafkaException | TimeoutException e) {
            LOG.warn("A replay failed: {}", e.getMessage());
            return Replay.FAILED;
        }
    }

    /** @return false if what was missed cannot be told, and nothing of it has been */
    private boolean takeTurn(Replaying replaying) throws InterruptedException, TimeoutException {
        Missed rest = replaying.rest();
        Optional<List<News>> remembered = rest.feed().recall(rest.seen(), rest.until());
        if (remembered.isPresent()) {
            replaying.begin();
            fromMemory(replaying, remembered.get());
            return true;
        }
        if (!replaying.hasBegun() && rest.isTooMuch(properties.maxRecords())) {
            return false;
        }
        return readers.use(replaying.account(), consumer -> log.takeTurn(consumer, replaying));
    }

    private static void fromMemory(Replaying replaying, List<News> remembered) {
        for (News news : remembered) {
            if (replaying.isBehind()) {
                return;
            }
            replaying.tell(news);
            replaying.toldThrough(news.position().offset());
        }
        replaying.toldThrough(replaying.rest().until() - 1);
    }

    @Override
    public void close() {
        readers.close();
    }
}
