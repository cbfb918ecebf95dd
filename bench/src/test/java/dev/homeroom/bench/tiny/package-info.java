/** A small server of our own, of which it is known what it does wrong. */
@NullMarked
package dev.homeroom.bench.tiny;

import org.jspecify.annotations.NullMarked;
