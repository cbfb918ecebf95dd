package dev.homeroom.archiver.account;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How passwords are kept.
 *
 * @param bcryptStrength the logarithm of the rounds; one more doubles the CPU time of a sign-in
 * @param atOnce how many passwords are checked at the same time; 0 for half of the processors. The others wait in line,
 *     so that a bell's sign-ins leave processors for those who are signed in
 * @param longestWait how long a sign-in waits in that line before it is told to come back
 */
@Validated
@ConfigurationProperties("homeroom.archiver.passwords")
record PasswordSettings(
        @Min(4) @Max(16) @DefaultValue("10") int bcryptStrength,
        @Min(0) @DefaultValue("0") int atOnce,
        @DefaultValue("30s") Duration longestWait) {
    int permits() {
        return atOnce > 0 ? atOnce : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
