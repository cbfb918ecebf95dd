package dev.homeroom.archiver.participation;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Counting who took part.
 *
 * @param entriesPerPage the most entries that the rooms of one page of a person's rooms have together; one room at least
 * @param replyWithin how soon after somebody else's message one has to be written to count as a reply
 */
@Validated
@ConfigurationProperties("homeroom.archiver.participation")
record ParticipationSettings(
        @Min(1) @DefaultValue("1000000") long entriesPerPage,
        @DefaultValue("5m") Duration replyWithin) {}
