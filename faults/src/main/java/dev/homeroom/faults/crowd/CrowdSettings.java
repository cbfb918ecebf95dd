package dev.homeroom.faults.crowd;

import java.time.Duration;

/**
 * Who is there and what they do.
 *
 * @param seed of all that is random about them
 * @param rooms each of its own members, who are in the next room as well
 * @param members of each room that are there only for it
 * @param readers so many clients of all write nothing
 * @param writeEvery how often somebody writes, on average
 * @param sufferEvery how often somebody's connection suffers, on average; zero for never
 * @param longestMessage in characters
 */
public record CrowdSettings(
        int seed, int rooms, int members, int readers, Duration writeEvery, Duration sufferEvery, int longestMessage) {}
