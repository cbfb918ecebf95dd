package dev.homeroom.archiver.kafka;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How topics are made where they are missing; existing ones are left as they are.
 *
 * @param partitions of the topics that are keyed by room
 * @param replicationFactor of each topic; from 3 on a write needs two brokers
 */
@Validated
@ConfigurationProperties("homeroom.topics")
record TopicSettings(
        @Min(1) @DefaultValue("12") int partitions,
        @Min(1) @DefaultValue("1") short replicationFactor) {}
