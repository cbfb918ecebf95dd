package dev.homeroom.bench.crowd;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * What one person needs to be in a room.
 *
 * @param server to connect to
 * @param token of the login; null where everybody is let in
 * @param room its id
 */
public record Ticket(InetSocketAddress server, @Nullable String token, String room) {}
