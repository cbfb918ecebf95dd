package dev.homeroom.archiver.kafka;

import org.jspecify.annotations.Nullable;

/** Kafka did not answer, or not in time, or not with what was asked for. */
public final class KafkaAwayException extends RuntimeException {
    public KafkaAwayException(@Nullable Throwable cause) {
        super("Kafka did not answer: " + (cause == null ? "?" : cause.getMessage()), cause);
    }
}
