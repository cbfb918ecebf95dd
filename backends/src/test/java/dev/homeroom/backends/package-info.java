/** Backends tried with the real things. */
@NullMarked
package dev.homeroom.backends;

import org.jspecify.annotations.NullMarked;
