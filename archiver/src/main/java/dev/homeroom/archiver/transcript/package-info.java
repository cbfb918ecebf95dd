/** What was said in a room, for its members and, whole and with filters, for its teachers. */
@NullMarked
package dev.homeroom.archiver.transcript;

import org.jspecify.annotations.NullMarked;
