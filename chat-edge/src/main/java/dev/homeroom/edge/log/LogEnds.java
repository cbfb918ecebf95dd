package dev.homeroom.edge.log;

import dev.homeroom.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Finds out where partitions begin and end, without waiting. */
public final class LogEnds implements AutoCloseable {
    private final Admin admin;
    private final Duration timeout;

    /** @param timeout after which a question has failed, also while Kafka is away */
    public LogEnds(KafkaClients clients, Duration timeout) {
        this.admin = clients.admin(timeout);
        this.timeout = timeout;
    }

    /**
     * The ends of one partition, each the offset of the next record there will be.
     *
     * @param messages the end of the room log
     * @param recentMessages the room log's first record that is not too old; its end if there is none
     * @param firstPresence the beginning of the presence topic
     * @param presence its end
     */
    public record Ends(long messages, long recentMessages, long firstPresence, long presence) {}

    /** @param since what is older is too old; by the clocks of those who wrote */
    public CompletableFuture<Ends> of(int partition, Instant since) {
        TopicPartition messages = new TopicPartition(Topics.MESSAGES, partition);
        TopicPartition presence = new TopicPartition(Topics.PRESENCE, partition);
        CompletableFuture<Long> recent = offset(messages, OffsetSpec.forTimestamp(since.toEpochMilli()));
        CompletableFuture<Long> first = offset(presence, OffsetSpec.earliest());
        CompletableFuture<Long> presenceEnd = offset(presence, OffsetSpec.latest());
        // The end of the log is asked for last, so that whoever has been answered before has seen no later one.
        return CompletableFuture.allOf(recent, first, presenceEnd)
                .thenCompose(_ -> ofMessages(partition))
                .thenApply(end ->
                        new Ends(end, recent.join() < 0 ? end : recent.join(), first.join(), presenceEnd.join()));
    }

    /**
     * Whether the room log is another topic by now, since it was deleted, and perhaps made anew. Waits for Kafka; an answer that
     * does not come is no yes.
     */
    public boolean isReplaced(MessageLog log) throws InterruptedException {
        try {
            Uuid now = Objects.requireNonNull(admin.describeTopics(List.of(Topics.MESSAGES))
                            .allTopicNames()
                            .get(timeout.toMillis(), TimeUnit.MILLISECONDS)
                            .get(Topics.MESSAGES))
                    .topicId();
            return !log.topicId().equals(new UUID(now.getMostSignificantBits(), now.getLeastSignificantBits()));
        } catch (ExecutionException e) {
            return e.getCause() instanceof UnknownTopicOrPartitionException;
        } catch (TimeoutException _) {
            return false;
        }
    }

    /**
     * What there is of a partition.
     *
     * @param first the offset from which on there may be records
     * @param end the offset of the next record there will be
     */
    public record Span(long first, long end) {}

    /** What there is of this partition of the sessions' topic. Fails if Kafka does not answer in time. */
    public CompletableFuture<Span> ofSessions(int partition) {
        TopicPartition sessions = new TopicPartition(Topics.SESSIONS, partition);
        return offset(sessions, OffsetSpec.earliest())
                .thenCombine(offset(sessions, OffsetSpec.latest()), Span::new)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The end of the room log in this partition. */
    public CompletableFuture<Long> ofMessages(int partition) {
        return offset(new TopicPartition(Topics.MESSAGES, partition), OffsetSpec.latest());
    }

    /** The first record of the room log that is still there in this partition. */
    public CompletableFuture<Long> beginningOfMessages(int partition) {
        return offset(new TopicPartition(Topics.MESSAGES, partition), OffsetSpec.earliest());
    }

    /** -1 where there is no such record. */
    private CompletableFuture<Long> offset(TopicPartition partition, OffsetSpec spec) {
        return admin.listOffsets(Map.of(partition, spec))
                .partitionResult(partition)
                .toCompletionStage()
                .thenApply(ListOffsetsResultInfo::offset)
                .toCompletableFuture();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
