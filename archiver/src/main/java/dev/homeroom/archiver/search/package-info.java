/** Finding what was written, in all rooms that somebody may read. */
@NullMarked
package dev.homeroom.archiver.search;

import org.jspecify.annotations.NullMarked;
