/** Messages that somebody should look at, reported by members or holding words that the school flags, and what was decided. */
@NullMarked
package dev.homeroom.archiver.concern;

import org.jspecify.annotations.NullMarked;
