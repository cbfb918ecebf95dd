package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.contract.ClockTolerance;
import dev.homeroom.contract.LogRecord;
import dev.homeroom.contract.RoomEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells records that can be stored from those that cannot, by themselves alone: whether the room exists is for the
 * database to say. Never throws, whatever the record holds.
 */
final class RecordJudge {
    private final long maxRecordBytes;
    private final ClockTolerance clocks;

    RecordJudge(IngestSettings settings) {
        this.maxRecordBytes = settings.maxRecord().toBytes();
        this.clocks = new ClockTolerance(settings.clockAhead(), settings.clockBehind());
    }

    Judgement judge(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value != null && value.length > maxRecordBytes) {
            return new Poison(record, DeadLetterReason.TOO_LARGE, value.length + " bytes");
        }
        return switch (LogRecord.read(record.key(), value)) {
            case LogRecord.Malformed(String reason) -> new Poison(record, DeadLetterReason.MALFORMED, reason);
            case LogRecord.UnknownType _ -> new Poison(record, DeadLetterReason.UNKNOWN_TYPE, "type is not known");
            case LogRecord.WrongKey _ -> new Poison(record, DeadLetterReason.WRONG_KEY, "the key is not the room");
            case LogRecord.Sound(RoomEvent event) -> judge(record, event);
        };
    }

    private Judgement judge(ConsumerRecord<byte[], byte[]> record, RoomEvent event) {
        return clocks.allows(event.sentAt(), record.timestamp())
                ? new Good(record, event)
                : new Poison(record, DeadLetterReason.WRONG_CLOCK, "sent_at is too far from when it was written");
    }
}
