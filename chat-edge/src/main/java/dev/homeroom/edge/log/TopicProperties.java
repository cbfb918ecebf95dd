package dev.homeroom.edge.log;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made where they are missing. Topics that exist are left as they are.
 *
 * @param partitions of the topics keyed by room; cannot be changed later without breaking the order of rooms
 * @param replicationFactor copies of each partition; 3 in production
 */
@Validated
@ConfigurationProperties("homeroom.topics")
public record TopicProperties(
        @Positive @DefaultValue("12") int partitions,
        @Positive @DefaultValue("1") short replicationFactor) {}
