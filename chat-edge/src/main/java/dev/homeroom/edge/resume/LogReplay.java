package dev.homeroom.edge.resume;

import dev.homeroom.contract.Position;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.edge.fanout.Announcer;
import dev.homeroom.edge.fanout.News;
import dev.homeroom.edge.log.MessageLog;
import dev.homeroom.edge.log.SoundRecords;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Tells what was missed from Kafka, for as long as the client keeps up and it is its turn. */
final class LogReplay {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration TURN = Duration.ofMillis(500);

    private final Duration timeout;
    private final MessageLog log;
    private final SoundRecords sound;
    private final Announcer announcer;

    /** @param timeout within which Kafka has to answer */
    LogReplay(Duration timeout, MessageLog log, SoundRecords sound, Announcer announcer) {
        this.timeout = timeout;
        this.log = log;
        this.sound = sound;
        this.announcer = announcer;
    }

    /**
     * Goes on where the last turn ended. A turn in which nothing is read is a failure, so turns come to an end.
     *
     * @return false if the log does not reach back that far, and nothing has been told
     * @throws KafkaException if Kafka does not answer, or if what was still to be told has gone since the last turn
     */
    boolean takeTurn(Consumer<byte[], byte[]> consumer, Replaying replaying) {
        Missed rest = replaying.rest();
        TopicPartition partition = rest.partition();
        consumer.assign(List.of(partition));
        if (beginning(consumer, partition) > rest.from()) {
            if (replaying.hasBegun()) {
                throw new KafkaException("the log has been cut meanwhile");
            }
            return false;
        }
        consumer.seek(partition, rest.from());
        replaying.begin();
        tell(consumer, replaying, rest);
        return true;
    }

    private static long beginning(Consumer<byte[], byte[]> consumer, TopicPartition partition) {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private void tell(Consumer<byte[], byte[]> consumer, Replaying replaying, Missed rest) {
        long startedAtNanos = System.nanoTime();
        long position = rest.from();
        while (position < rest.until() && replaying.isWanted()) {
            if (!tell(consumer.poll(POLL), replaying, rest)) {
                return;
            }
            position = consumer.position(rest.partition());
            replaying.toldThrough(position - 1);
            replaying.flush();
            Duration passed = Duration.ofNanos(System.nanoTime() - startedAtNanos);
            if (position > rest.from() && passed.compareTo(TURN) > 0) {
                return;
            }
            if (passed.compareTo(timeout) > 0) {
                throw new KafkaException("Kafka is silent");
            }
        }
    }

    /** @return false if the client is behind, so that the rest of these have to be read again */
    private boolean tell(ConsumerRecords<byte[], byte[]> records, Replaying replaying, Missed rest) {
        for (ConsumerRecord<byte[], byte[]> entry : records) {
            if (replaying.isBehind()) {
                return false;
            }
            if (rest.includes(entry)) {
                tell(entry, replaying);
            }
            replaying.toldThrough(entry.offset());
        }
        return true;
    }

    private void tell(ConsumerRecord<byte[], byte[]> entry, Replaying replaying) {
        sound.read(entry).ifPresent(event -> tell(event, log.position(entry.partition(), entry.offset()), replaying));
    }

    /** Rows are cut where they are full: how those who were there were told of them is not known any more. */
    private News news(RoomEvent event, Position position) {
        return switch (event) {
            case RoomEvent.Entered _, RoomEvent.Left _ -> new News.Passing(event, position, 0);
            case RoomEvent.MessagePosted _, RoomEvent.MessageRemoved _ ->
                new News.Post(event, position, announcer.announce(event, position));
        };
    }

    private void tell(RoomEvent event, Position position, Replaying replaying) {
        News news = news(event, position);
        if (news instanceof News.Passing || !replaying.rest().feed().isRepetition(event.id(), position)) {
            replaying.tell(news);
        }
    }
}
