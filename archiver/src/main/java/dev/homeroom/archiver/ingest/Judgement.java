package dev.homeroom.archiver.ingest;

import dev.homeroom.contract.RoomEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record turned out to be. */
sealed interface Judgement {
    ConsumerRecord<byte[], byte[]> record();

    /** Can be stored. */
    record Good(ConsumerRecord<byte[], byte[]> record, RoomEvent event) implements Judgement {}

    /**
     * Can never be stored as it is.
     *
     * @param detail in words, without any of the record's content
     */
    record Poison(ConsumerRecord<byte[], byte[]> record, DeadLetterReason reason, String detail) implements Judgement {}
}
