package dev.homeroom.edge;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How a stopping edge sends its clients away.
 *
 * @param sessionsPerSecond how many it sends away in a second, unless they are too many for the timeout
 * @param timeout the longest time over which they are sent away; the last then have the socket's close timeout to go
 */
@Validated
@ConfigurationProperties("homeroom.edge.drain")
public record DrainProperties(
        @Positive @DefaultValue("500") int sessionsPerSecond,
        @DefaultValue("20s") Duration timeout) {}
