/** Tests of the archiver as a whole, and what tests of its parts share. */
@NullMarked
package dev.homeroom.archiver;

import org.jspecify.annotations.NullMarked;
