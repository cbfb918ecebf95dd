/** What integration tests share: a real Kafka and a real Postgres, in containers or without. */
@NullMarked
package dev.homeroom.testing;

import org.jspecify.annotations.NullMarked;
