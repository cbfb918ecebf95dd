/** Tests of concerns. */
@NullMarked
package dev.homeroom.archiver.concern;

import org.jspecify.annotations.NullMarked;
