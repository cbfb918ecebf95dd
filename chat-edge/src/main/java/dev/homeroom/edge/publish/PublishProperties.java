package dev.homeroom.edge.publish;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How an edge accepts messages and writes them to Kafka.
 *
 * @param maxLength the longest message, in characters
 * @param ratePerSecond requests that one session may make each second, in the long run
 * @param burst requests that one session may make at once after a pause
 * @param timeout within which a send succeeds or fails
 * @param linger how long the producer waits for more records to share a request
 * @param buffer memory for records that Kafka has not confirmed; when it is full, sends fail at once
 */
@Validated
@ConfigurationProperties("homeroom.edge.publish")
public record PublishProperties(
        @Positive @DefaultValue("4000") int maxLength,
        @Positive @DefaultValue("100") int ratePerSecond,
        @Positive @DefaultValue("1000") int burst,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue("2ms") Duration linger,
        @DefaultValue("32MB") DataSize buffer) {}
