package dev.homeroom.edge.session;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are let in.
 *
 * @param keyWait how long a token waits for the key that it is signed with, if this edge does not know it yet
 */
@Validated
@ConfigurationProperties("homeroom.edge.session")
public record SessionProperties(@DefaultValue("2s") Duration keyWait) {}
