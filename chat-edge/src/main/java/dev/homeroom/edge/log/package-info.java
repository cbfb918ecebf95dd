/** What all parts of an edge need of Kafka: its clients, its topics' identity, and readers of compacted topics. */
@NullMarked
package dev.homeroom.edge.log;

import org.jspecify.annotations.NullMarked;
