/** What was said in a room, for its members and, with filters and exports, for its teachers. */
@NullMarked
package dev.homeroom.archiver.transcript;

import org.jspecify.annotations.NullMarked;
