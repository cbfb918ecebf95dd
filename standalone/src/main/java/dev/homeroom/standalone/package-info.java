/** Homeroom on one machine by one command: a broker, a Postgres, edge and archiver behind one port. */
@NullMarked
package dev.homeroom.standalone;

import org.jspecify.annotations.NullMarked;
