package dev.homeroom.edge.chat;

import jakarta.validation.constraints.Positive;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What one connection may do.
 *
 * @param maxSessionsPerAccount the most sessions of one account on this edge at the same time
 * @param maxRooms the most rooms that one connection is in at the same time
 * @param newRoomWait how long entering waits for a room, or for a membership, that has just been made
 * @param startWait how long a connecting client waits for an edge that has just been started, before it is sent away to come back
 * @param listedPeople the most people whom an answer or an event lists of those present; it says how many there are
 * @param maxGuestName the longest name that a guest may give to themselves or to a room, in characters
 */
@Validated
@ConfigurationProperties("homeroom.edge.chat")
public record ChatProperties(
        @Positive @DefaultValue("1000") int maxSessionsPerAccount,
        @Positive @DefaultValue("100") int maxRooms,
        @DefaultValue("1s") Duration newRoomWait,
        @DefaultValue("10s") Duration startWait,
        @Positive @DefaultValue("100") int listedPeople,
        @Positive @DefaultValue("100") int maxGuestName) {}
