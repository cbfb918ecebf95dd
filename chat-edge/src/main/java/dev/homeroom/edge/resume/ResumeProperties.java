package dev.homeroom.edge.resume;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How far back a session can resume from the log.
 *
 * @param readers how many sessions are replayed to from Kafka at the same time, one of each account; the others wait their
 *     turn, and a client that is behind with reading takes none
 * @param maxRecords the most records, of all rooms of the partition, that are read for one session; one that missed more
 *     reloads from the archive
 * @param timeout within which Kafka has to answer
 */
@Validated
@ConfigurationProperties("homeroom.edge.resume")
public record ResumeProperties(
        @Positive @DefaultValue("4") int readers,
        @Positive @DefaultValue("200000") long maxRecords,
        @DefaultValue("5s") Duration timeout) {}
