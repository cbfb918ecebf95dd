/** Tests of this package. */
@NullMarked
package dev.homeroom.faults.check;

import org.jspecify.annotations.NullMarked;
