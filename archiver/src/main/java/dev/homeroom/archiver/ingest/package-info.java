/** From the room log into Postgres: in order, exactly once, and without what cannot be stored. */
@NullMarked
package dev.homeroom.archiver.ingest;

import org.jspecify.annotations.NullMarked;
