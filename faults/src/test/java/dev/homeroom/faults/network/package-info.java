/** Tests of this package. */
@NullMarked
package dev.homeroom.faults.network;

import org.jspecify.annotations.NullMarked;
