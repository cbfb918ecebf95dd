/** Who took part in a room and how much, in figures that agree with its transcript. */
@NullMarked
package dev.homeroom.archiver.participation;

import org.jspecify.annotations.NullMarked;
