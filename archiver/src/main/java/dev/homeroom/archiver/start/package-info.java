/** Brings the archiver up in whatever order Postgres and Kafka appear: schema, first contents, topics, workers. */
@NullMarked
package dev.homeroom.archiver.start;

import org.jspecify.annotations.NullMarked;
