package dev.homeroom.archiver.kafka;

import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Kafka did not answer, or not in time, or not with what was asked for. */
public final class KafkaAwayException extends RuntimeException {
    public KafkaAwayException(@Nullable Throwable cause) {
        super("Kafka did not answer: " + (cause == null ? "?" : cause.getMessage()), cause);
    }

    /** Whether the record is larger than the producer or the topic allows, so that no other attempt would help. */
    public boolean isTooLarge() {
        return getCause() instanceof RecordTooLargeException;
    }
}
