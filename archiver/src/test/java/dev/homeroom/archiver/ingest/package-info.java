/** Tests of getting the room log into Postgres. */
@NullMarked
package dev.homeroom.archiver.ingest;

import org.jspecify.annotations.NullMarked;
