package dev.homeroom.edge.presence;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How soon people's coming and going is told.
 *
 * @param grace how long somebody whose connection broke still counts as present, so that a reload goes unnoticed
 * @param heartbeat how often an edge says that it lives
 * @param expiry after which silence an edge counts as dead and its people as gone; several heartbeats long
 * @param listInterval how often, at most, an edge writes a room's list
 */
@Validated
@ConfigurationProperties("homeroom.edge.presence")
public record PresenceProperties(
        @DefaultValue("3s") Duration grace,
        @DefaultValue("2s") Duration heartbeat,
        @DefaultValue("7s") Duration expiry,
        @DefaultValue("100ms") Duration listInterval) {}
