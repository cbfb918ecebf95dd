package dev.homeroom.edge.recovery;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How sessions are recovered after a lost connection (Socket.IO, "Connection state recovery").
 *
 * @param window how long after the connection was lost its session can be claimed; 0s for no recovery at all
 * @param timeout within which Kafka has to answer; a session that cannot be looked up by then begins afresh
 * @param withoutTokensFor parts of the User-Agent of clients whose sessions are not recovered, since they would stumble over
 *     the token that events then end with
 */
@Validated
@ConfigurationProperties("homeroom.edge.recovery")
public record RecoveryProperties(
        @DefaultValue("2m") Duration window,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue({"python", "aiohttp", "dart"}) List<String> withoutTokensFor) {}
