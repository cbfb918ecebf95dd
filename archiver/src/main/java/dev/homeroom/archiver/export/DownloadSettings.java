package dev.homeroom.archiver.export;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Transcripts that are written while they are downloaded.
 *
 * @param atOnce how many one archiver writes at the same time; the others wait in line
 * @param longestWait how long a download waits in that line before it is told to come back
 * @param maxPdfEntries the most entries of a PDF; a longer one is an export
 * @param perPerson how many one person has at the same time
 */
@Validated
@ConfigurationProperties("homeroom.archiver.downloads")
record DownloadSettings(
        @Min(1) @DefaultValue("8") int atOnce,
        @DefaultValue("5s") Duration longestWait,
        @Min(0) @DefaultValue("20000") long maxPdfEntries,
        @Min(1) @DefaultValue("2") int perPerson) {}
