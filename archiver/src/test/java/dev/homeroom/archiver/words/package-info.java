/** Tests of what counts as a word. */
@NullMarked
package dev.homeroom.archiver.words;

import org.jspecify.annotations.NullMarked;
