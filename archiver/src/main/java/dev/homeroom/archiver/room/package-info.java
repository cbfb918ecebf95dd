/** Rooms and who is in them, kept in Postgres and told to the edges. */
@NullMarked
package dev.homeroom.archiver.room;

import org.jspecify.annotations.NullMarked;
