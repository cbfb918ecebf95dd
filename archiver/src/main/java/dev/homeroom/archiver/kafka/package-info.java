/** Access to the Kafka cluster: clients, topics and their ids. */
@NullMarked
package dev.homeroom.archiver.kafka;

import org.jspecify.annotations.NullMarked;
