package dev.homeroom.edge.socketio;

import dev.homeroom.edge.engineio.Opening;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a client brings with its CONNECT.
 *
 * @param auth the payload; an empty object where the client sent none
 * @param opening the HTTP request that opened the connection: cookies, remote address
 */
public record Handshake(JsonNode auth, Opening opening) {
    /** What the client claims of an earlier session, if it does. */
    public Optional<RecoveryClaim> recoveryClaim() {
        return RecoveryClaim.of(auth);
    }
}
