/** Tests of marking. */
@NullMarked
package dev.homeroom.archiver.marking;

import org.jspecify.annotations.NullMarked;
