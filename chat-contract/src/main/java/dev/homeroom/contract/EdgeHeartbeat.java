package dev.homeroom.contract;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The other kind of value on {@link Topics#PRESENCE}, under the edge's id alone as its key: an edge serves this
 * partition and lives. Readers count from when they received it, so clocks need not agree.
 *
 * @param edge who lives
 * @param at when the edge said so, for people who look
 */
public record EdgeHeartbeat(EdgeId edge, Instant at) {
    public byte[] key() {
        return edge.value().getBytes(StandardCharsets.UTF_8);
    }

    public byte[] encode() {
        ObjectNode json = JsonRecord.create();
        json.put("edge", edge.value()).put("at", at.toString());
        return JsonRecord.encode(json);
    }

    public static Decoded<EdgeHeartbeat> decode(byte @Nullable [] value) {
        return JsonRecord.decode(
                value,
                json -> new Decoded.Valid<>(new EdgeHeartbeat(json.value("edge", EdgeId::new), json.instant("at"))));
    }
}
