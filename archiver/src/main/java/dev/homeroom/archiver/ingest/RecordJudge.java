package dev.homeroom.archiver.ingest;

import dev.homeroom.archiver.ingest.Judgement.Good;
import dev.homeroom.archiver.ingest.Judgement.Poison;
import dev.homeroom.contract.LogRecord;
import dev.homeroom.contract.RoomEvent;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells records that can be stored from those that cannot, by themselves alone: whether the room exists is for the
 * database to say. Never throws, whatever the record holds.
 */
final class RecordJudge {
    private final IngestSettings settings;
    private final InstantSource clock;

    RecordJudge(IngestSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Judgement judge(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value != null && value.length > settings.maxRecord().toBytes()) {
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
        return isFarFromNow(event.sentAt())
                ? new Poison(record, DeadLetterReason.WRONG_CLOCK, "sent_at is too far from now")
                : new Good(record, event);
    }

    private boolean isFarFromNow(Instant sentAt) {
        Instant now = clock.instant();
        return sentAt.isAfter(now.plus(settings.clockAhead())) || sentAt.isBefore(now.minus(settings.clockBehind()));
    }
}
