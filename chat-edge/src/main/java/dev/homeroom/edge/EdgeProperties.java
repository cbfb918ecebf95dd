package dev.homeroom.edge;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an edge is called.
 *
 * @param name the name that operators know this edge by; part of its id, which is new each time it starts
 */
@Validated
@ConfigurationProperties("homeroom.edge")
public record EdgeProperties(@NotBlank @DefaultValue("edge") String name) {}
