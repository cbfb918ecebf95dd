package dev.homeroom.archiver.outbox;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How changes of rooms get to Kafka.
 *
 * @param poll how often an archiver looks for what another one has left behind; its own changes go at once
 * @param batch records in one round
 * @param sendTimeout how long Kafka may take to confirm a round; the round is repeated afterwards
 * @param topicCheck how often it is checked whether a topic has been re-created and must be filled again
 */
@Validated
@ConfigurationProperties("homeroom.archiver.outbox")
record OutboxSettings(
        @DefaultValue("250ms") Duration poll,
        @Min(1) @DefaultValue("500") int batch,
        @DefaultValue("10s") Duration sendTimeout,
        @DefaultValue("10s") Duration topicCheck) {}
