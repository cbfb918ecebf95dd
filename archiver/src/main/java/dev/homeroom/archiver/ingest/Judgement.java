package dev.homeroom.archiver.ingest;

import dev.homeroom.contract.RoomEvent;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a record turned out to be. */
sealed interface Judgement {
    /** Can be stored. */
    record Good(ConsumerRecord<byte[], byte[]> record, RoomEvent event) implements Judgement {}

    /**
     * Can never be stored as it is.
     *
     * @param detail in words, without any of the record's content
     */
    record Poison(ConsumerRecord<byte[], byte[]> record, Reason reason, String detail) implements Judgement {}

    /** Why a record is a dead letter; its name in lower case stands in the header {@code homeroom-reason}. */
    enum Reason {
        /** No JSON, or not of the schema. */
        MALFORMED,
        /** Of a type that this version does not know; replay it after an upgrade. */
        UNKNOWN_TYPE,
        /** The key is not the room. */
        WRONG_KEY,
        TOO_LARGE,
        /** Sent by a clock that is far from ours. */
        WRONG_CLOCK,
        /** Of a room that Postgres does not have, and that no guest made. */
        UNKNOWN_ROOM,
        /** Postgres would not take it, for a reason that nobody thought of. */
        REFUSED
    }
}
