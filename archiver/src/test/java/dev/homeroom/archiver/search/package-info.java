/** Tests of finding what was written. */
@NullMarked
package dev.homeroom.archiver.search;

import org.jspecify.annotations.NullMarked;
