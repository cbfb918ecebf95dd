/** What counts as a word, in English, in Chinese and in both mixed: for finding what was written, and for counting it. */
@NullMarked
package dev.homeroom.archiver.words;

import org.jspecify.annotations.NullMarked;
