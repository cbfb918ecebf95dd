package dev.homeroom.archiver.ingest;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that was not stored, since the room has an entry under its id already.
 *
 * @param isOther whether that one says something else
 */
record LeftOut(ConsumerRecord<byte[], byte[]> record, boolean isOther) {}
