package dev.homeroom.edge.log;

import dev.homeroom.contract.ClockTolerance;
import dev.homeroom.contract.LogRecord;
import dev.homeroom.contract.RoomEvent;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the records of the room log that may be shown from those that the archiver makes dead letters of: nobody sees what no
 * transcript will have. Any thread may ask; never throws, whatever the record holds.
 */
public final class SoundRecords {
    private static final Logger LOG = LoggerFactory.getLogger(SoundRecords.class);

    private final long maxRecordBytes;

    public SoundRecords(long maxRecordBytes) {
        this.maxRecordBytes = maxRecordBytes;
    }

    /** The record's event; empty where there is nothing to show. */
    public Optional<RoomEvent> read(ConsumerRecord<byte[], byte[]> entry) {
        if (entry.serializedValueSize() > maxRecordBytes) {
            return passOver(entry, "too large");
        }
        return switch (LogRecord.read(entry.key(), entry.value())) {
            case LogRecord.Sound(RoomEvent event) ->
                ClockTolerance.USUAL.allows(event.sentAt(), entry.timestamp())
                        ? Optional.of(event)
                        : passOver(entry, "sent_at is too far from when it was written");
            case LogRecord.Malformed(String reason) -> passOver(entry, reason);
            case LogRecord.WrongKey _ -> passOver(entry, "the key is not the room");
            case LogRecord.UnknownType _ -> Optional.empty(); // of a newer program
        };
    }

    private static Optional<RoomEvent> passOver(ConsumerRecord<byte[], byte[]> entry, String reason) {
        LOG.warn("Passed over {}-{} at offset {}: {}", entry.topic(), entry.partition(), entry.offset(), reason);
        return Optional.empty();
    }
}
