/** Tests of this package. */
@NullMarked
package dev.homeroom.faults.mischief;

import org.jspecify.annotations.NullMarked;
