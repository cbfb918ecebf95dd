package dev.homeroom.archiver.export;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Exports that are written in the background.
 *
 * @param atOnce how many one archiver writes at the same time; with 0 it leaves them to others
 * @param attempts how often an export is begun that comes to grief, or whose archiver dies, before it is given up
 * @param keep how long a file can be fetched
 * @param keptPerPerson the most exports that one person has, finished ones too
 * @param lease after which time without a sign of life another archiver takes over
 * @param maxSize the largest file
 * @param maxSizeOfAll what all exports may take together; one that would take more fails
 * @param retryPause how long an export rests after its first failure; twice as long after each further one
 * @param waitingPerPerson the most exports of one person that are not finished
 */
@Validated
@ConfigurationProperties("homeroom.archiver.exports")
record ExportSettings(
        @Min(0) @Max(16) @DefaultValue("1") int atOnce,
        @Min(1) @DefaultValue("3") int attempts,
        @DefaultValue("3d") Duration keep,
        @Min(1) @DefaultValue("20") int keptPerPerson,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1GB") DataSize maxSize,
        @DefaultValue("20GB") DataSize maxSizeOfAll,
        @DefaultValue("30s") Duration retryPause,
        @Min(1) @DefaultValue("5") int waitingPerPerson) {}
