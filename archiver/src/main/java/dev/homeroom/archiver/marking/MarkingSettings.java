package dev.homeroom.archiver.marking;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much feedback there may be.
 *
 * @param maxText the longest comment, overall comment of a grade, or answer, in characters
 * @param maxName the longest name of a tag, a criterion or a level, in characters
 * @param maxDescription the longest description of a criterion or a level, in characters
 * @param maxTags the most tags of a school
 * @param maxMessages the most messages that one comment is about
 * @param maxComments the most comments for one student in one room
 * @param maxAnswers the most answers to one comment or grade
 * @param maxCriteria the most criteria of one rubric
 * @param maxLevels the most levels of one criterion
 * @param maxPoints the most points that one level is worth
 */
@Validated
@ConfigurationProperties("homeroom.archiver.marking")
record MarkingSettings(
        @Min(1) @Max(20_000) @DefaultValue("4000") int maxText,
        @Min(1) @DefaultValue("60") int maxName,
        @Min(1) @DefaultValue("500") int maxDescription,
        @Min(1) @DefaultValue("30") int maxTags,
        @Min(1) @DefaultValue("50") int maxMessages,
        @Min(1) @DefaultValue("500") int maxComments,
        @Min(1) @DefaultValue("100") int maxAnswers,
        @Min(1) @DefaultValue("20") int maxCriteria,
        @Min(1) @DefaultValue("10") int maxLevels,
        @Min(1) @DefaultValue("1000") int maxPoints) {}
