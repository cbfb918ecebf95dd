/** Faults that are put into the programs while they are being loaded, so that the checker can be seen to find them. */
@NullMarked
package dev.homeroom.faults.seeded;

import org.jspecify.annotations.NullMarked;
