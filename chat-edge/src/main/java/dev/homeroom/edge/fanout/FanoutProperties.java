package dev.homeroom.edge.fanout;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How an edge follows the log.
 *
 * @param fetchWait how long the broker may hold a fetch back while there is nothing new
 * @param fetchSize the most bytes that one fetch brings from one partition
 * @param batch the most records that are delivered before the sessions are flushed
 * @param gather once a room has been told that somebody came or went, so long it is not told of the next ones, so that all
 *     of them are told of together; 0 tells of each at once
 * @param idlePartition how long a partition is still followed after its last session has gone
 * @param recall how far back a partition is read when it begins to be followed, so that whoever comes back soon is served
 *     from memory, and what is sent again is known
 * @param recallSize how much of what its rooms were told is remembered of each partition
 * @param recallRooms of how many rooms of each partition it is remembered when they were last told something; whoever comes back
 *     to another one is told from Kafka what they missed
 * @param maxWaiting how many events of its partition may wait for a session that is still being told what it missed; one for
 *     which more wait has to come back and begins again
 * @param longestRound how long the thread that follows the log may take from one look at the log to the next; an edge whose thread
 *     takes longer is not ready until it goes on
 * @param maxRecord larger records are shown to nobody; the same as the archiver's, which makes dead letters of them
 */
@Validated
@ConfigurationProperties("homeroom.edge.fanout")
public record FanoutProperties(
        @DefaultValue("500ms") Duration fetchWait,
        @DefaultValue("1MB") DataSize fetchSize,
        @Positive @DefaultValue("500") int batch,
        @DefaultValue("500ms") Duration gather,
        @DefaultValue("1m") Duration idlePartition,
        @DefaultValue("15m") Duration recall,
        @DefaultValue("4MB") DataSize recallSize,
        @Positive @DefaultValue("50000") int recallRooms,
        @Positive @DefaultValue("10000") int maxWaiting,
        @DurationMin(seconds = 2) @DefaultValue("1m") Duration longestRound,
        @DefaultValue("256KB") DataSize maxRecord) {}
