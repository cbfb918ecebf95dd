/** The shared backends, tried. */
@NullMarked
package dev.homeroom.testing;

import org.jspecify.annotations.NullMarked;
