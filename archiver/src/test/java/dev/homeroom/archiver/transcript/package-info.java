/** Tests of reading what was said. */
@NullMarked
package dev.homeroom.archiver.transcript;

import org.jspecify.annotations.NullMarked;
