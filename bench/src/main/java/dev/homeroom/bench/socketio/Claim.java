package dev.homeroom.bench.socketio;

/**
 * A claim on a session that lost its connection (Socket.IO's connection state recovery).
 *
 * @param pid the session's secret id
 * @param offset the token of the last event that was seen
 */
public record Claim(String pid, String offset) {}
