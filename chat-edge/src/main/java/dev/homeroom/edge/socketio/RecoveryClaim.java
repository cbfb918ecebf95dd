package dev.homeroom.edge.socketio;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client's wish to go on with an earlier session (Socket.IO protocol, "Connection state recovery"): the standard client puts
 * it into the payload of its CONNECT by itself. Nothing in it has been checked.
 *
 * @param privateId the secret that the server gave with the session
 * @param token the last argument of the last event that the client received, in whatever session; null if it has received none
 */
public record RecoveryClaim(String privateId, @Nullable String token) {
    static Optional<RecoveryClaim> of(JsonNode auth) {
        JsonNode privateId = auth.path("pid");
        JsonNode token = auth.path("offset");
        return privateId.isString()
                ? Optional.of(new RecoveryClaim(privateId.stringValue(), token.isString() ? token.stringValue() : null))
                : Optional.empty();
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "RecoveryClaim[token=" + token + "]";
    }
}
