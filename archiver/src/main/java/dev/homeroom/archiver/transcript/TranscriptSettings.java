package dev.homeroom.archiver.transcript;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Reading what was said.
 *
 * @param longestWait how long a request waits at most for the archive to get as far as it wants to see
 */
@ConfigurationProperties("homeroom.archiver.transcript")
record TranscriptSettings(@DefaultValue("2s") Duration longestWait) {}
