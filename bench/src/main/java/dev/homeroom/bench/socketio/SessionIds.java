package dev.homeroom.bench.socketio;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a server calls a session that it has let in; a text is empty where there is none.
 *
 * @param sid of the connection in its namespace
 * @param pid by which the session can be claimed after its connection was lost; stays the same when it is recovered
 */
public record SessionIds(String sid, String pid) {
    private static final JsonMapper JSON = new JsonMapper();

    /** @param answer to a CONNECT */
    static SessionIds parse(String answer) {
        JsonNode ids = JSON.readTree(answer);
        return new SessionIds(ids.path("sid").asString(""), ids.path("pid").asString(""));
    }
}
