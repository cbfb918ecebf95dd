package dev.homeroom.edge.chat;

import dev.homeroom.contract.Cursor;
import dev.homeroom.contract.MessageId;
import dev.homeroom.contract.Position;
import dev.homeroom.edge.socketio.Acknowledgement;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The acks of the room dialect. Where a client asked for none, nothing is sent. */
final class Replies {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Replies() {}

    static void ok(@Nullable Acknowledgement ack) {
        if (ack != null) {
            ack.send(ok());
        }
    }

    static void sent(@Nullable Acknowledgement ack, MessageId id, Position position, Instant sentAt) {
        if (ack != null) {
            ack.send(ok().put("id", id.toString())
                    .put("cursor", new Cursor(position).text())
                    .put("sent_at", sentAt.toString()));
        }
    }

    static void refused(@Nullable Acknowledgement ack, Refusal refusal) {
        if (ack != null) {
            ObjectNode reply = JSON.objectNode().put("ok", false);
            ObjectNode error = reply.putObject("error")
                    .put("code", refusal.error().code())
                    .put("message", refusal.message())
                    .put("retryable", refusal.error().isRetryable());
            put(error, refusal.until());
            ack.send(reply);
        }
    }

    private static void put(ObjectNode error, Refusal.@Nullable Until until) {
        switch (until) {
            case null -> {}
            // Rounded up, so that whoever waits so long has waited long enough.
            case Refusal.Until.Waited(Duration left) ->
                error.put("wait_ms", left.plusNanos(999_999).toMillis());
            case Refusal.Until.Opened(Instant at) -> error.put("opens_at", at.toString());
        }
    }

    static ObjectNode ok() {
        return JSON.objectNode().put("ok", true);
    }
}
