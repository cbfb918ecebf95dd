package dev.homeroom.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The CloudEvents 1.0 attributes of a {@link RoomEvent} as Kafka headers (Kafka protocol binding 1.0.2, section 3.2,
 * binary content mode).
 */
public final class CloudEventHeaders {
    private static final String TYPE_PREFIX = "dev.homeroom.room.";

    private CloudEventHeaders() {}

    /** @param source who writes the event, a URI reference such as {@code /edges/edge-1} */
    public static List<Header> of(RoomEvent event, String source) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", event.id().toString()),
                header("ce_source", source),
                header("ce_type", TYPE_PREFIX + RoomEventCodec.typeOf(event)),
                header("ce_time", event.sentAt().toString()),
                header("ce_partitionkey", event.room().toString()),
                header("content-type", "application/json"));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
