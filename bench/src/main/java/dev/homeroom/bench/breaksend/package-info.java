/** The scene of a break's end: everybody's connection is lost at once, and all come back at once. */
@NullMarked
package dev.homeroom.bench.breaksend;

import org.jspecify.annotations.NullMarked;
