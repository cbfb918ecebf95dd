/** Tests of rooms. */
@NullMarked
package dev.homeroom.archiver.room;

import org.jspecify.annotations.NullMarked;
