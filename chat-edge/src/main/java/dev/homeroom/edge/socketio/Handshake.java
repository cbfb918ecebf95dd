package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.Opening;
import tools.jackson.databind.JsonNode;

/**
 * What a client brings with its CONNECT.
 *
 * @param auth the payload; an empty object where the client sent none
 * @param opening the HTTP request that opened the connection: cookies, remote address
 */
public record Handshake(JsonNode auth, Opening opening) {}
