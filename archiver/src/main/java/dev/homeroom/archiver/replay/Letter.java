package dev.homeroom.archiver.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.homeroom.archiver.ingest.DeadLetterHeaders;
import dev.homeroom.contract.Topics;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** A record of {@link Topics#DEAD_LETTERS}. */
sealed interface Letter {
    /** Nobody can tell from it where the record stood: no archiver wrote it. */
    record Illegible() implements Letter {}

    /**
     * Tells where the record stood and what it was.
     *
     * @param topicId null in letters of earlier versions
     * @param writtenAt the record's time on the log, in milliseconds
     * @param isWhole whether key and value are the record's; else they had to be left out
     * @param entry the letter as it is on its topic
     */
    record Legible(
            String reason,
            @Nullable UUID topicId,
            int partition,
            long offset,
            long writtenAt,
            boolean isWhole,
            ConsumerRecord<byte[], byte[]> entry)
            implements Letter {
        Instant putAside() {
            return Instant.ofEpochMilli(entry.timestamp());
        }

        /** The record at its first place, as the room log had it. */
        ConsumerRecord<byte[], byte[]> original() {
            return new ConsumerRecord<>(
                    Topics.MESSAGES,
                    partition,
                    offset,
                    writtenAt,
                    TimestampType.CREATE_TIME,
                    entry.serializedKeySize(),
                    entry.serializedValueSize(),
                    entry.key(),
                    entry.value(),
                    new RecordHeaders(),
                    Optional.empty());
        }
    }

    static Letter read(ConsumerRecord<byte[], byte[]> entry) {
        try {
            return header(entry, DeadLetterHeaders.TOPIC)
                            .filter(Topics.MESSAGES::equals)
                            .isPresent()
                    ? legible(entry)
                    : new Illegible();
        } catch (IllegalArgumentException _) {
            return new Illegible();
        }
    }

    private static Legible legible(ConsumerRecord<byte[], byte[]> entry) {
        boolean isPart = entry.value() == null && has(entry, DeadLetterHeaders.VALUE);
        return new Legible(
                needed(entry, DeadLetterHeaders.REASON),
                header(entry, DeadLetterHeaders.TOPIC_ID).map(UUID::fromString).orElse(null),
                Integer.parseInt(needed(entry, DeadLetterHeaders.PARTITION)),
                Long.parseLong(needed(entry, DeadLetterHeaders.OFFSET)),
                header(entry, DeadLetterHeaders.TIMESTAMP).map(Long::parseLong).orElse(entry.timestamp()),
                !isPart,
                entry);
    }

    private static String needed(ConsumerRecord<byte[], byte[]> entry, String name) {
        return header(entry, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
    }

    private static boolean has(ConsumerRecord<byte[], byte[]> entry, String name) {
        return header(entry, name).isPresent();
    }

    private static Optional<String> header(ConsumerRecord<byte[], byte[]> entry, String name) {
        return Optional.ofNullable(entry.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, UTF_8));
    }
}
