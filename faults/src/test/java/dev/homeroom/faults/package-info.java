/** Tests of this package. */
@NullMarked
package dev.homeroom.faults;

import org.jspecify.annotations.NullMarked;
