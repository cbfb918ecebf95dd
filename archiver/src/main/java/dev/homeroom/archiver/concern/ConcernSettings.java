package dev.homeroom.archiver.concern;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Reports, and words that are flagged.
 *
 * @param lookBack how far back messages are looked through for a new word, where that is wanted
 * @param lookBackMessages the most messages that a new word flags when earlier ones are looked through, the newest first
 * @param maxWords the most words and phrases that one school flags
 * @param reportsPerHour the most messages that one person reports in an hour
 * @param setAside how long messages that could not be looked through are left aside, after three attempts
 */
@Validated
@ConfigurationProperties("homeroom.archiver.concerns")
record ConcernSettings(
        @DefaultValue("7d") Duration lookBack,
        @Min(1) @DefaultValue("1000") int lookBackMessages,
        @Min(1) @DefaultValue("500") int maxWords,
        @Min(1) @DefaultValue("30") int reportsPerHour,
        @DefaultValue("10m") Duration setAside) {}
