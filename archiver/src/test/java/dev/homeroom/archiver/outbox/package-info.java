/** Tests of carrying changes to Kafka. */
@NullMarked
package dev.homeroom.archiver.outbox;

import org.jspecify.annotations.NullMarked;
