package dev.homeroom.archiver.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.contract.CloudEventHeaders;
import dev.homeroom.contract.Decoded;
import dev.homeroom.contract.RoomEvent;
import dev.homeroom.contract.RoomEventCodec;
import dev.homeroom.contract.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** One row of the outbox; two are the same if their place is. */
@SuppressWarnings("ArrayRecordComponent")
record OutboxRecord(long seq, String topic, String key, byte[] value) {
    private static final String SOURCE = "/archiver";

    ProducerRecord<byte[], byte[]> toKafka() {
        return new ProducerRecord<>(topic, null, key.getBytes(UTF_8), value, headers());
    }

    private List<Header> headers() {
        if (!topic.equals(Topics.MESSAGES)) {
            return List.of();
        }
        return RoomEventCodec.decode(value) instanceof Decoded.Valid<RoomEvent>(RoomEvent event)
                ? CloudEventHeaders.of(event, SOURCE)
                : List.of();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OutboxRecord record && record.seq == seq;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(seq);
    }
}
