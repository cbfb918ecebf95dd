package dev.homeroom.archiver.participation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Counting who took part.
 *
 * @param replyWithin how soon after somebody else's message one has to be written to count as a reply
 */
@ConfigurationProperties("homeroom.archiver.participation")
record ParticipationSettings(@DefaultValue("5m") Duration replyWithin) {}
