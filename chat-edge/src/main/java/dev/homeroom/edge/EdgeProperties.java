package dev.homeroom.edge;

import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an edge is called.
 *
 * @param name the name that operators know this edge by; part of its id, which is new each time it starts; up to 27
 *     letters, digits, dots, dashes and underscores
 */
@Validated
@ConfigurationProperties("homeroom.edge")
public record EdgeProperties(
        @Pattern(regexp = "[A-Za-z0-9._-]{1,27}") @DefaultValue("edge")
        String name) {}
