/** A real Kafka broker and a real Postgres on this machine, as processes that end with whoever started them. */
@NullMarked
package dev.homeroom.backends;

import org.jspecify.annotations.NullMarked;
