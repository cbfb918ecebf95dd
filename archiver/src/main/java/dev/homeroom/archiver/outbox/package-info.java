/** Carries what a transaction has decided to Kafka, in order, once the transaction is committed. */
@NullMarked
package dev.homeroom.archiver.outbox;

import org.jspecify.annotations.NullMarked;
