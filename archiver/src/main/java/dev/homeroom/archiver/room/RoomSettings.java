package dev.homeroom.archiver.room;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What a room may be.
 *
 * @param maxMembers the most members of one room, chosen directly and by groups together; at most 10000, so that a room's
 *     record fits on its topic
 */
@Validated
@ConfigurationProperties("homeroom.archiver.rooms")
record RoomSettings(
        @Min(2) @Max(MOST_MEMBERS) @DefaultValue("5000") int maxMembers) {
    static final int MOST_MEMBERS = 10_000;
}
