package dev.homeroom.archiver.login;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Signing in, and what any request has to respect.
 *
 * @param tokenLife how long a token is valid
 * @param freeFailures how often somebody may err with one username from one address before each further attempt has to
 *     wait; the wait doubles with each failure
 * @param freeFailuresPerAccount the same for one username from anywhere
 * @param freeFailuresPerAddress the same for one address with any username; a whole school may share one
 * @param longestWait between two attempts
 * @param forgetAfter when failures are forgotten, if none is added
 * @param allowedOrigins origins besides the archiver's own that may change things from a browser, such as
 *     {@code https://school.example}; needed only where a proxy changes the Host header
 * @param maxBody the largest request body
 */
@Validated
@ConfigurationProperties("homeroom.archiver.login")
record LoginSettings(
        @DefaultValue("12h") Duration tokenLife,
        @Min(1) @DefaultValue("5") int freeFailures,
        @Min(1) @DefaultValue("50") int freeFailuresPerAccount,
        @Min(1) @DefaultValue("200") int freeFailuresPerAddress,
        @DefaultValue("1m") Duration longestWait,
        @DefaultValue("15m") Duration forgetAfter,
        @DefaultValue Set<String> allowedOrigins,
        @DefaultValue("1MB") DataSize maxBody) {}
